// Who is cancelled while it waits for a lock leaves the line; the others keep their places.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/lock-whose-waiter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;

async void visit(int number)
{
    defer printf("%d has gone\n", number);
    async_with (async_lock_acquire(&lock)) {
        printf("%d is in\n", number);
        await async_sleep(2);
    }
}

async int main(void)
{
    future(void) visitors[4];
    for (int i = 0; i < 4; i++)
        visitors[i] = async_create_task(visit(i));
    await async_sleep(1);
    puts("second, go");
    async_cancel(visitors[1]);
    await async_sleep(2);
    puts("third, go");
    async_cancel(visitors[2]);
    for (int i = 0; i < 4; i++)
        if (await async_join(visitors[i], nullptr) == -ECANCELED)
            printf("%d was cancelled\n", i);
    puts(async_lock_locked(&lock) ? "locked" : "open");
    return 0;
}
