// Nobody passes a barrier of three before the third has come.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/barrier-of-three.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void arrive(struct async_barrier *barrier, double seconds)
{
    await async_sleep(seconds);
    printf("came after %.0f\n", seconds);
    await async_barrier_wait(barrier);
    printf("passed, %.0f\n", seconds);
}

async int main(void)
{
    struct async_barrier barrier = ASYNC_BARRIER_INIT(3);
    auto one = async_create_task(async_barrier_wait(&barrier));
    auto two = async_create_task(async_barrier_wait(&barrier));
    await async_sleep(1);
    printf("%d %d\n", async_done(one), async_done(two));
    int third = await async_barrier_wait(&barrier);
    printf("%d %d %d\n", await one, await two, third);
    await async_gather(arrive(&barrier, 3), arrive(&barrier, 1), arrive(&barrier, 2));
    return 0;
}
