// The report of a deadlock names what a task waits in as the program calls it, and who holds the lock that it waits for.
// RUN: %build %s -o %t
// RUN: not %run %t locks 2>&1 | FileCheck %s --check-prefix=LOCKS
// RUN: not %run %t itself 2>&1 | FileCheck %s --check-prefix=ITSELF
// RUN: not %run %t gone 2>&1 | FileCheck %s --check-prefix=GONE
// RUN: not %run %t relock 2>&1 | FileCheck %s --check-prefix=RELOCK
// RUN: not %run %t event 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_event_wait
// RUN: not %run %t semaphore 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_semaphore_acquire
// RUN: not %run %t condition 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_condition_wait
// RUN: not %run %t barrier 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_barrier_wait
// RUN: not %run %t get 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_queue_get
// RUN: not %run %t put 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_queue_put
// RUN: not %run %t join 2>&1 | FileCheck %s --check-prefix=IN -DOF=async_queue_join
// RUN: not %run %t task 2>&1 | FileCheck %s --check-prefix=TASK
#include <async.h>
#include <string.h>

static struct async_lock lock = ASYNC_LOCK_INIT, other = ASYNC_LOCK_INIT;
static struct async_event event = ASYNC_EVENT_INIT;
static struct async_semaphore semaphore = ASYNC_SEMAPHORE_INIT(0);
static struct async_condition changed = ASYNC_CONDITION_INIT;
static struct async_barrier both = ASYNC_BARRIER_INIT(2);
static async_queue(int) queue;

// LOCKS: deadlock: nothing can wake any of these tasks
// LOCKS-DAG: {{^}}  task [[A:[0-9]+]] 'first' waits in async_lock_acquire for task [[B:[0-9]+]] 'second' ({{.*}}deadlock-of-locks-and-queues.c:[[#@LINE+5]]){{$}}
// LOCKS-DAG: {{^}}    first ({{.*}}.c:[[#@LINE+3]]) awaiting async_lock_acquire(&other){{$}}
// LOCKS-DAG: {{^}}  task [[B]] 'second' waits in async_lock_acquire for task [[A]] 'first' ({{.*}}.c:[[#@LINE+2]]){{$}}
// LOCKS-DAG: {{^}}    second ({{.*}}.c:[[#@LINE+2]]) awaiting async_lock_acquire(&lock){{$}}
static async void first(void) { async_with (async_lock_acquire(&lock)) { await async_barrier_wait(&both); await async_lock_acquire(&other); } }
static async void second(void) { async_with (async_lock_acquire(&other)) { await async_barrier_wait(&both); await async_lock_acquire(&lock); } }
static async void locks(void) { await async_gather(first(), second()); }

// ITSELF: {{^}}  task 1 'main' waits in async_lock_acquire for task 1 'main' ({{.*}}.c:{{[0-9]+}}){{$}}
// ITSELF-NEXT: {{^}}    itself ({{.*}}.c:[[#@LINE+5]]) awaiting async_lock_acquire(&lock){{$}}
// ITSELF-NEXT: {{^}}    main
static async void itself(void)
{
    await async_lock_acquire(&lock);
    await async_lock_acquire(&lock);
}

// Who has taken it is no more: nobody can be named.
// GONE: {{^}}  task 1 'main' waits in async_lock_acquire{{$}}
static async void gone(void)
{
    await async_create_task(async_lock_acquire(&lock));
    await async_lock_acquire(&lock);
}

// A condition's waiter that has been woken waits for the lock.
// RELOCK: {{^}}  task [[#]] 'wait_for_change' waits in async_condition_wait for task 1 'main' ({{.*}}.c:{{[0-9]+}}){{$}}
// RELOCK-NEXT: {{^}}    wait_for_change ({{.*}}.c:[[#@LINE+4]]) awaiting async_condition_wait(&changed, &lock){{$}}
static async void wait_for_change(void)
{
    async_with (async_lock_acquire(&lock))
        await async_condition_wait(&changed, &lock);
}
static async void relock(void)
{
    auto waiting = async_create_task(wait_for_change());
    while (!changed.line.count)
        await async_yield();
    await async_lock_acquire(&lock);
    async_condition_notify_all(&changed);
    await waiting;
}

// IN: {{^}}  task 1 'main' waits in [[OF]]{{$}}
// IN-NEXT: awaiting [[OF]](
// IN: 'main' can never end
static async void in_event(void) { await async_event_wait(&event); }
static async void in_semaphore(void) { await async_semaphore_acquire(&semaphore); }
static async void in_barrier(void) { await async_barrier_wait(&both); }
static async void in_get(void) { await async_queue_get(queue, nullptr); }
static async void in_put(void) { await async_queue_put(queue, 1); await async_queue_put(queue, 2); }
static async void in_join(void) { async_queue_try_put(queue, 1); await async_queue_join(queue); }

// TASK: {{^}}  task 1 'main' waits in await for task 2 'async_queue_get'{{$}}
// TASK: {{^}}  task 2 'async_queue_get' waits in async_queue_get{{$}}
static async void task(void) { await async_create_task(async_queue_get(queue, nullptr)); }

static const struct { const char *name; future(void) (*run)(void); } ways[] = {
    { "locks", locks }, { "itself", itself }, { "gone", gone }, { "relock", relock }, { "event", in_event }, { "semaphore", in_semaphore },
    { "condition", wait_for_change }, { "barrier", in_barrier }, { "get", in_get }, { "put", in_put }, { "join", in_join }, { "task", task },
};

async int main(int argc, char **argv)
{
    queue = async_queue_new(int, 1);
    defer async_queue_free(queue);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (argc > 1 && strcmp(argv[1], ways[i].name) == 0)
            await ways[i].run();
    return 0;
}
