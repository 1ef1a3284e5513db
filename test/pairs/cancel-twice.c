// A second request in the same turn changes nothing; one to a task that has ended is refused.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-twice.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void work(void)
{
    defer puts("outer");
    defer puts("inner");
    await async_sleep(10);
    puts("never here");
}

async int main(void)
{
    auto t = async_create_task(work());
    await async_sleep(1);
    printf("%d %d\n", async_cancel(t) == 0, async_cancel(t) == 0);
    printf("%d\n", await async_join(async_retain(t), nullptr) == -ECANCELED);
    printf("%d %d\n", async_cancel(t) == 0, async_cancelled(t));
    async_release(t);
    auto quick = async_create_task(async_sleep(1));
    await async_retain(quick);
    printf("%d %d\n", async_cancel(quick) == 0, async_cancelled(quick));
    async_release(quick);
    return 0;
}
