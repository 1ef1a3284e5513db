// Awaiting a call that never waits, or a task that has ended, lets nobody else run.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/what-need-not-wait.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int at_once(int n)
{
    return n + 1;
}

async void other(void)
{
    for (int i = 0; i < 3; i++) {
        printf("other %d\n", i);
        await async_yield();
    }
}

async int main(void)
{
    auto o = async_create_task(other());
    auto done = async_create_task(at_once(40));
    int n = 0;
    for (int i = 0; i < 10; i++)
        n = await at_once(n);
    printf("main %d\n", n);
    await async_yield();
    printf("main %d\n", await async_retain(done));
    printf("main %d\n", await done);
    await o;
    return 0;
}
