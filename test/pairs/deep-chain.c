// A wait a hundred awaits deep wakes once; on the way back nothing else runs in between.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/deep-chain.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int down(int depth)
{
    if (depth == 0) {
        puts("at the bottom");
        await async_sleep(1);
        puts("up again");
        return 0;
    }
    int n = await down(depth - 1);
    if (depth % 25 == 0)
        printf("passing %d\n", depth);
    return n + 1;
}

async void other(double seconds)
{
    await async_sleep(seconds);
    printf("other after %g\n", seconds);
}

async int main(void)
{
    auto before = async_create_task(other(1));
    await async_yield();
    auto t = async_create_task(down(100));
    await async_yield();
    auto behind = async_create_task(other(1.5));
    printf("depth %d\n", await t);
    await before;
    await behind;
    return 0;
}
