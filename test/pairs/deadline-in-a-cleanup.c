// A cleanup may have a deadline of its own; then the rest of the cleanup goes on.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/deadline-in-a-cleanup.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void goodbye(void)
{
    puts("saying goodbye");
    await async_sleep(60);
    puts("never here");
}

async void work(void)
{
    defer {
        if (await async_wait_for(goodbye(), 1, nullptr) == -ETIMEDOUT)
            puts("no answer");
        await async_sleep(1);
        puts("left");
    }
    await async_sleep(100);
}

async int main(void)
{
    double start = async_loop_time();
    async_timeout (2)
        await work();
    else
        printf("too late, at %.0f\n", async_loop_time() - start);
    auto t = async_create_task(work());
    await async_sleep(3);
    async_cancel(t);
    printf("%d, ", await async_join(t, nullptr) == -ECANCELED);
    printf("at %.0f\n", async_loop_time() - start);
    return 0;
}
