// A deadline ends the wait for what is shielded, not that itself; cancelling that goes through its shield.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/shield-under-a-deadline.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int work(void)
{
    bool done = false;
    defer puts(done ? "done" : "cancelled");
    await async_sleep(5);
    done = true;
    return 5;
}

async void through(future(int) task)
{
    defer puts("the one behind the shield unwinds");
    await async_shield(task);
    puts("never here");
}

async int main(void)
{
    auto task = async_create_task(work());
    async_timeout (1)
        printf("%d\n", await async_shield(async_retain(task)));
    else
        puts("too late");
    async_timeout (5)
        printf("%d\n", await async_shield(async_retain(task)));
    else
        puts("never here");
    async_release(task);
    task = async_create_task(work());
    auto t = async_create_task(through(async_retain(task)));
    await async_sleep(1);
    async_cancel(task);
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    async_release(task);
    return 0;
}
