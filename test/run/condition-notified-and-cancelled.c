// A notification of a task that is asked to stop before it resumes is another one's, and the lock is held when it unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_condition changed = ASYNC_CONDITION_INIT;

async void waits(int n)
{
    async_with (async_lock_acquire(&lock)) {
        defer printf("%d leaves, locked %d\n", n, async_lock_locked(&lock));
        await async_condition_wait(&changed, &lock);
        printf("%d is told\n", n);
    }
}

async int main(void)
{
    auto first = async_create_task(waits(1));
    await async_sleep(1);
    auto second = async_create_task(waits(2));
    await async_sleep(1);
    async_with (async_lock_acquire(&lock)) {
        async_condition_notify(&changed, 1);
        async_cancel(first);
    }
    await async_join(first, nullptr);
    await second;
    return 0;
}
// CHECK: 1 leaves, locked 1
// CHECK-NEXT: 2 is told
// CHECK-NEXT: 2 leaves, locked 1
