// Who is cancelled while it waits for a condition has the lock again before it unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/condition-whose-waiter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_condition changed = ASYNC_CONDITION_INIT;

async void wait_for(int number)
{
    async_with (async_lock_acquire(&lock)) {
        defer printf("%d ends, %s\n", number, async_lock_locked(&lock) ? "locked" : "open");
        await async_condition_wait(&changed, &lock);
        printf("%d goes on\n", number);
    }
}

async int main(void)
{
    auto first = async_create_task(wait_for(1));
    auto second = async_create_task(wait_for(2));
    await async_sleep(1);
    async_with (async_lock_acquire(&lock)) {
        async_cancel(first);
        await async_sleep(1);
        puts(async_done(first) ? "ended already" : "waits for the lock");
        puts("open now");
    }
    if (await async_join(first, nullptr) == -ECANCELED)
        puts("cancelled");
    // What the first one does not want any more is the second one's.
    async_with (async_lock_acquire(&lock))
        async_condition_notify(&changed, 1);
    await second;
    return 0;
}
