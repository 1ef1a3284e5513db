// A place of a semaphore is not lost with one that is cancelled, inside or while it waits.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/semaphore-whose-waiter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_semaphore places = ASYNC_SEMAPHORE_INIT(1);

async void visit(int number)
{
    async_with (async_semaphore_acquire(&places)) {
        printf("%d is in\n", number);
        defer printf("%d leaves\n", number);
        await async_sleep(10);
    }
}

async int main(void)
{
    future(void) visitors[4];
    for (int i = 0; i < 4; i++)
        visitors[i] = async_create_task(visit(i));
    await async_sleep(1);
    async_cancel(visitors[1]);      // waits
    await async_sleep(1);
    async_cancel(visitors[0]);      // is in
    await async_sleep(1);
    async_semaphore_release(&places);   // one place more
    await async_sleep(1);
    for (int i = 2; i < 4; i++)
        await visitors[i];
    for (int i = 0; i < 2; i++) {
        printf("%d %s\n", i, async_cancelled(visitors[i]) ? "was cancelled" : "?");
        async_release(visitors[i]);
    }
    return 0;
}
