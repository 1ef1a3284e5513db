// A request that comes when the wait is over already ends the task at the latest at its next wait.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-while-ready.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void work(void)
{
    defer puts("cleaned up");
    await async_sleep(1);
    await async_sleep(1);
    puts("never here");
}

async void yielding(void)
{
    defer puts("cleaned up too");
    for (;;)
        await async_yield();
}

async int main(void)
{
    // All wake in the same turn, and main is the first of them.
    auto main_first = async_create_task(async_sleep(1));
    await async_yield();
    auto t = async_create_task(work());
    await main_first;
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    auto y = async_create_task(yielding());
    await async_yield();
    await async_yield();
    async_cancel(y);
    puts("asked");
    printf("%d\n", await async_join(y, nullptr) == -ECANCELED);
    return 0;
}
