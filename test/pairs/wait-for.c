// wait_for gives the value in time, or cancels what it waited for, awaits its cleanup and says so.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int forever(void)
{
    defer {
        puts("wake up");
        await async_sleep(2);
        puts("awake");
    }
    await async_sleep(3600);
    puts("never here");
    return 1;
}

async int nap(void)
{
    await async_sleep(0.5);
    return 2;
}

async int main(void)
{
    double start = async_loop_time();
    int value = 0;
    if (await async_wait_for(nap(), 1, &value) == 0)
        printf("napped %d\n", value);
    if (await async_wait_for(forever(), 1, &value) == -ETIMEDOUT)
        printf("timeout at %.1f\n", async_loop_time() - start);
    auto task = async_create_task(forever());
    if (await async_wait_for(async_retain(task), 1, &value) == -ETIMEDOUT)
        printf("timeout at %.1f, %s\n", async_loop_time() - start, async_cancelled(task) ? "cancelled" : "?");
    async_release(task);
    return 0;
}
