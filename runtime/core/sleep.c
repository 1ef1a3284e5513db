// sleep.c: async_sleep and async_yield, the two operations that are the loop's own.
//
// A sleeping task's waiter lies in the timers, a yielding one's in the ready queue. A yield counts as an operation that
// waits, so that it always is a place to stop: a request leaves the task where it stands in the queue and makes it
// unwind when its time comes.

#include "base/clock.h"
#include "core/call.h"
#include "core/task.h"

static void sleep_wake(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    __builtin_prefetch(task->op.awaiter);    // many may be woken before its turn comes
    async__task_ready(task);
}

static void sleep_withdraw(struct async_task *task)
{
    async__timer_remove(&task->timer);
    async__task_unwind(task, async__reason(task));
}

static const struct async__function function_sleep = {
    .wake = sleep_wake, .name = "async_sleep", .resume = async__task_end, .withdraw = sleep_withdraw
};

struct async__void_result async__start_sleep(struct async_task *, double seconds) __asm__("async_sleep.start");
struct async__void_result async__start_sleep(struct async_task *task, double seconds)
{
    struct async__loop *loop = async__loop_of(task);
    uint64_t duration = async__nanoseconds(seconds);
    if (duration == 0)
        return (struct async__void_result){ async__start__async_yield(task).suspended };
    if (async__is_interrupted(task))
        return (struct async__void_result){ async__unwound(task, async__reason(task)) };
    async__loop_add_timer(loop, &task->timer, async__later(async__loop_now(loop), duration));
    return (struct async__void_result){ async__wait_in(task, &function_sleep) };
}

struct sleep_frame {
    struct async__frame base;
    double seconds;
};

static struct async__frame *resume_sleep(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    struct async__void_result r = async__start_sleep(task, ((struct sleep_frame *)base)->seconds);
    return async__call_started(task, base, r.suspended, NULL, 0);
}

static struct async__frame *resume_yield(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    return async__call_started(task, base, async__start__async_yield(task).suspended, NULL, 0);
}

static const struct async__function object_sleep = {
    .name = "async_sleep", .resume = resume_sleep,
    .frame_size = sizeof(struct sleep_frame), .frame_align = _Alignof(struct sleep_frame), .result_align = 1
};
static const struct async__function object_yield = {
    .name = "async_yield", .resume = resume_yield,
    .frame_size = sizeof(struct async__frame), .frame_align = _Alignof(struct async__frame), .result_align = 1
};

async_future(void) async_sleep(double seconds)
{
    struct async_task *object = async__object_new(&object_sleep);
    if (object)
        ((struct sleep_frame *)async__root(object))->seconds = seconds;
    return (void *)object;
}

async_future(void) async_yield(void)
{
    return (void *)async__object_new(&object_yield);
}
