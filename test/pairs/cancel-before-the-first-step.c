// A task that is cancelled before its first step waits for nothing: it ends cancelled.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-before-the-first-step.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int work(void)
{
    await async_sleep(1);
    puts("never here");
    return 1;
}

async int main(void)
{
    double start = async_loop_time();
    auto t = async_create_task(work());
    async_cancel(t);
    printf("done: %d\n", async_done(t));
    int error = await async_join(async_retain(t), nullptr);
    printf("%s, at %.0f, cancelled: %d\n", error == -ECANCELED ? "cancelled" : "?", async_loop_time() - start, async_cancelled(t));
    async_release(t);
    return 0;
}
