// A task that asks itself to stop does so at its next wait.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-from-the-inside.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void work(void)
{
    defer puts("cleaned up");
    await async_sleep(1);
    async_task_cancel(async_current_task());
    puts("goes on until it waits");
    await async_sleep(1);
    puts("never here");
}

async void never_waits(void)
{
    async_task_cancel(async_current_task());
    puts("this one does not wait");
}

async int main(void)
{
    auto t = async_create_task(work());
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    await async_gather(async_sleep(1), async_sleep(2));
    puts("main is not concerned");
    return 0;
}
