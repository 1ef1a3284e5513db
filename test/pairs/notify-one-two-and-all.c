// A condition wakes as many as one says, those first that wait longest; they go on one by one, with the lock.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/notify-one-two-and-all.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_condition changed = ASYNC_CONDITION_INIT;

async void wait_for(int number)
{
    async_with (async_lock_acquire(&lock)) {
        printf("%d waits\n", number);
        await async_condition_wait(&changed, &lock);
        printf("%d has the lock\n", number);
        await async_sleep(1);
        printf("%d gives it back\n", number);
    }
}

async void notify(size_t count)
{
    async_with (async_lock_acquire(&lock)) {
        printf("notify %zu\n", count);
        async_condition_notify(&changed, count);
        await async_sleep(1);
        puts("notified");
    }
    await async_sleep(10);
}

async int main(void)
{
    future(void) waiting[6];
    for (int i = 0; i < 6; i++)
        waiting[i] = async_create_task(wait_for(i));
    await async_sleep(1);
    await notify(1);
    await notify(2);
    await notify(0);
    async_with (async_lock_acquire(&lock)) {
        puts("notify all");
        async_condition_notify_all(&changed);
    }
    for (int i = 0; i < 6; i++)
        await waiting[i];
    return 0;
}
