// async_wait_for gives the value in time, or -ETIMEDOUT once what it waited for has been left.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

struct big { long a[5]; };

async int slow(double seconds, int n)
{
    defer printf("left %d, ", n);
    await async_sleep(seconds);
    return n;
}

async int slow_to_leave(double seconds, int n)
{
    defer {
        await async_sleep(1);
        printf("left %d at %g, ", n, async_loop_time());
    }
    await async_sleep(seconds);
    return n;
}

async struct big large(double seconds)
{
    await async_sleep(seconds);
    return (struct big){ { 1, 2, 3, 4, 5 } };
}

async void nothing(void) { }

async int deaf(void)
{
    defer await async_sleep(5);
    return 8;
}

static const char *outcome(int error) { return error == 0 ? "in time" : error == -ETIMEDOUT ? "too late" : "?"; }

async int main(void)
{
    int v = 0;
    // CHECK: left 1, in time 1
    int e = await async_wait_for(slow(1, 1), 2, &v);
    printf("%s %d\n", outcome(e), v);
    // CHECK-NEXT: left 2, too late 1
    e = await async_wait_for(slow(3, 2), 2, &v);
    printf("%s %d\n", outcome(e), v);
    // CHECK-NEXT: left 3 at 6, too late at 6
    e = await async_wait_for(slow_to_leave(3, 3), 2, &v);
    printf("%s at %g\n", outcome(e), async_loop_time());
    // CHECK-NEXT: left 4 at 9, too late at 9
    auto task = async_create_task(slow_to_leave(3, 4));
    e = await async_wait_for(async_retain(task), 2, &v);
    printf("%s at %g\n", outcome(e), async_loop_time());
    // CHECK-NEXT: 1
    printf("%d\n", async_cancelled(task));
    async_release(task);
    // CHECK-NEXT: in time 5
    struct big b;
    e = await async_wait_for(large(1), 2, &b);
    printf("%s %ld\n", outcome(e), b.a[4]);
    // CHECK-NEXT: too late, in time, in time
    printf("%s, ", outcome(await async_wait_for(large(1), 0, nullptr)));
    printf("%s, ", outcome(await async_wait_for(nothing(), 0, nullptr)));
    printf("%s\n", outcome(await async_wait_for(nothing(), 1, nullptr)));
    // CHECK-NEXT: in time 8
    e = await async_wait_for(async_create_task(deaf()), 1, &v);
    printf("%s %d\n", outcome(e), v);
    // CHECK-NEXT: left 6, left 7, too late in time 7
    auto both = await async_gather(async_wait_for(slow(3, 6), 1, nullptr), async_wait_for(slow(1.5, 7), 2, &v));
    printf("%s %s %d\n", outcome(both._0), outcome(both._1), v);
    // CHECK-NEXT: outer
    async_timeout (1)
        e = await async_wait_for(async_sleep(5), 3, nullptr);
    else
        puts("outer");
    async_release(async_wait_for(slow(1, 10), 1, nullptr));
    return 0;
}
