// async_race gives the first value; the others are cancelled and have ended by then.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int after(double seconds, int n)
{
    printf("+%d ", n);
    defer printf("-%d ", n);
    if (seconds > 0)
        await async_sleep(seconds);
    return n;
}

async double slow_to_leave(double seconds)
{
    defer {
        await async_sleep(1);
        printf("left at %g ", async_loop_time());
    }
    await async_sleep(seconds);
    return seconds;
}

async void nothing(void) { await async_sleep(1); }

struct big { char text[40]; };
async struct big text(double seconds)
{
    await async_sleep(seconds);
    return (struct big){ "some text" };
}

async double wait_and_give(double seconds, double value)
{
    await async_sleep(seconds);
    return value;
}

async int main(void)
{
    // CHECK: +1 +2 +3 -2 {{-1 -3|-3 -1}} : 1 2
    auto r = await async_race(after(3, 1), after(1, 2), after(2, 3));
    printf(": %d %d\n", r.index, r._1);
    // CHECK-NEXT: left at 2.5 left at 3.5 : 0 0.5 0.5
    auto s = await async_race(slow_to_leave(0.5), slow_to_leave(9));
    printf(": %d %g %g\n", s.index, s._0, s.value);
    // CHECK-NEXT: +1 +2 -2 -1 : 1 2, what stands behind never ran
    auto u = await async_race(after(3, 1), after(0, 2), after(0, 3));
    printf(": %d %d, what stands behind never ran\n", u.index, u._1);
    // CHECK-NEXT: 0 of void, 1 of char *
    auto v = await async_race(nothing(), text(2));
    printf("%d of %s, ", v.index, _Generic(&v._0, async_void *: "void", default: "?"));
    auto w = await async_race(nothing(), text(0));
    printf("%d of %s\n", w.index, _Generic(w._1.text, char *: "char *", default: "?"));
    // CHECK-NEXT: some text
    puts(w._1.text);
    // CHECK-NEXT: 2 5 at 5.5
    future(double) many[3];
    for (int i = 0; i < 3; i++)
        many[i] = wait_and_give(3 - i, i + 3);
    auto x = await async_race_array(many, 3);
    printf("%d %g at %g\n", x.index, x.value, async_loop_time());
    // CHECK-NEXT: -1
    printf("%d\n", (await async_race_array(many, 0)).index);
    return 0;
}
