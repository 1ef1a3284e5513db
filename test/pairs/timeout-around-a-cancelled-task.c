// A task that somebody else cancels is no deadline: the one who awaits it unwinds through the timeout.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/timeout-around-a-cancelled-task.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void sleeper(void)
{
    defer puts("sleeper left");
    await async_sleep(10);
}

async void waiter(future(void) other)
{
    defer puts("waiter left");
    async_timeout (5)
        await other;
    else
        puts("never here");
    puts("never here");
}

async int main(void)
{
    auto s = async_create_task(sleeper());
    auto w = async_create_task(waiter(async_retain(s)));
    await async_sleep(1);
    async_cancel(s);
    printf("%d\n", await async_join(w, nullptr) == -ECANCELED);
    printf("%d\n", await async_join(s, nullptr) == -ECANCELED);
    auto w2 = async_create_task(waiter(async_create_task(sleeper())));
    await async_sleep(1);
    async_cancel(w2);
    printf("%d\n", await async_join(w2, nullptr) == -ECANCELED);
    return 0;
}
