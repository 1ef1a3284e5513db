// A request to the one who waits goes through wait_for: what it waited for is left first.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for-that-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int work(void)
{
    defer {
        puts("work leaves");
        await async_sleep(1);
        puts("work has left");
    }
    await async_sleep(50);
    return 1;
}

async int waiter(void)
{
    defer puts("waiter has left");
    int error = await async_wait_for(work(), 20, nullptr);
    puts("never here");
    return error;
}

async int main(void)
{
    double start = async_loop_time();
    auto w = async_create_task(waiter());
    await async_sleep(3);
    async_cancel(w);
    printf("%d\n", await async_join(w, nullptr) == -ECANCELED);
    printf("at %.0f\n", async_loop_time() - start);
    return 0;
}
