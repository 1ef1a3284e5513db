// What is free is had also by a task that was asked to stop, as often as it likes; only where it would have to wait it unwinds.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

enum { ROUNDS = 200 };

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_semaphore semaphore = ASYNC_SEMAPHORE_INIT(2);
static struct async_event event = ASYNC_EVENT_INIT;
static struct async_barrier barrier = ASYNC_BARRIER_INIT(1);

async int rounds(async_queue(int) queue)
{
    int done = 0;
    async_task_cancel(async_current_task());
    for (int i = 0; i < ROUNDS; i++) {
        async_with (async_lock_acquire(&lock), async_semaphore_acquire(&semaphore))
            await async_event_wait(&event);
        int value;
        done += 1 + await async_barrier_wait(&barrier);
        if (await async_queue_put(queue, i) || await async_queue_get(queue, &value) || value != i || async_queue_task_done(queue) ||
            await async_queue_join(queue))
            puts("never here");
    }
    return done;
}

async int waits(int *done)
{
    async_task_cancel(async_current_task());
    defer printf("%d\n", *done);
    *done = 1;
    async_with (async_lock_acquire(&lock)) {
        *done = 2;
        async_with (async_lock_acquire(&lock))
            *done = 3;
    }
    return 0;
}

async int main(void)
{
    async_queue(int) queue = async_queue_new(int, 1);
    async_event_set(&event);
    int done = 0;
    int error = await async_join(async_create_task(rounds(queue)), &done);
    // CHECK: {{^}}0 200
    printf("%d %d\n", error, done);
    // CHECK-NEXT: {{^}}2
    // CHECK-NEXT: {{^}}-125 0
    error = await async_join(async_create_task(waits(&done)), nullptr);
    printf("%d %d\n", error, async_lock_locked(&lock));
    async_queue_free(queue);
    return 0;
}
