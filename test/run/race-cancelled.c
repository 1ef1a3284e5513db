// A race that is called off takes all of its runners along; so does a runner that ends cancelled.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int runner(double seconds, int n)
{
    defer {
        await async_sleep(1);
        printf("%d left at %g, ", n, async_loop_time());
    }
    await async_sleep(seconds);
    return n;
}

async int race(future(int) a, future(int) b)
{
    return (await async_race(a, b)).index;
}

async int main(void)
{
    // CHECK: {{1 left at 3, 2|2 left at 3, 1}} left at 3, -125
    auto t = async_create_task(race(runner(5, 1), runner(6, 2)));
    await async_sleep(2);
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr));
    // CHECK-NEXT: 3 left at 5, 4 left at 6, -125
    auto cancelled = async_create_task(runner(5, 3));
    t = async_create_task(race(async_retain(cancelled), runner(6, 4)));
    await async_sleep(1);
    async_cancel(cancelled);
    async_release(cancelled);
    printf("%d\n", await async_join(t, nullptr));
    // CHECK-NEXT: 5 left at 7,
    // CHECK-NEXT: -12 0
    auto done = async_create_task(runner(-1, 5));
    await async_wait(done);
    printf("\n%d", await async_join(race((future(int)){}, async_retain(done)), nullptr));
    printf(" %d\n", await race(done, (future(int)){}));
    return 0;
}
