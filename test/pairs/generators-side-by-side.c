// Two tasks, each with a generator of its own, take turns as their sleeps say.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/generators-side-by-side.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async generator(int) ticks(double period, int n)
{
    for (int i = 1; i <= n; i++) {
        await async_sleep(period);
        yield i;
    }
}

async void listen(const char *name, double period, int n)
{
    async_for (int i, ticks(period, n))
        printf("%s %d\n", name, i);
    printf("%s is over\n", name);
}

async int main(void)
{
    await async_gather(listen("slow", 2, 2), listen("quick", 0.75, 6), listen("never", 1, 0));
    auto a = ticks(1, 3);
    auto b = ticks(0.5, 3);
    int x, y;
    while (await async_next(a, &x) && await async_next(b, &y))
        printf("%d and %d\n", x, y);
    await async_generator_close(b);
    await async_generator_close(a);
    return 0;
}
