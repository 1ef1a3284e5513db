// Wherever a task is stopped that uses locks, conditions, semaphores, events and queues, nobody waits for ever and nothing is lost.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_semaphore places = ASYNC_SEMAPHORE_INIT(1);
static struct async_condition changed = ASYNC_CONDITION_INIT;
static struct async_event finished = ASYNC_EVENT_INIT;
static int sum, inside;

async void produce(async_queue(int) queue)
{
    defer async_queue_close(queue);
    for (int i = 1; i <= 5; i++)
        await async_queue_put(queue, i);
    await async_queue_join(queue);
}

async void consume(async_queue(int) queue)
{
    for (int value; await async_queue_get(queue, &value) == 0; async_queue_task_done(queue))
        async_with (async_semaphore_acquire(&places), async_lock_acquire(&lock)) {
            inside++;
            defer inside--;
            await async_yield();
            sum += value;
            async_condition_notify(&changed, 1);
        }
}

async void watch(void)
{
    defer async_event_set(&finished);
    async_with (async_lock_acquire(&lock))
        while (sum < 15)
            await async_condition_wait(&changed, &lock);
}

async int main(void)
{
    async_queue(int) queue = async_queue_new(int, 1);
    defer async_queue_free(queue);
    async_timeout (10)
        async_group (all) {
            async_spawn(all, produce(queue));
            async_spawn(all, consume(queue));
            async_spawn(all, consume(queue));
            async_spawn(all, watch());
            await async_event_wait(&finished);
        }
    // Whatever has happened, all is free again.
    // CHECK: {{^}}15, 0 inside, open, 1 place
    printf("%d, %d inside, %s, %zu place\n", sum, inside, async_lock_locked(&lock) ? "locked" : "open", places.value);
    if (inside || async_lock_locked(&lock) || places.value != 1 || lock.line.count || changed.line.count)
        __builtin_trap();
    return 0;
}
