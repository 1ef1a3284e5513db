// task.c: running tasks, and their ends.
//
// A task that runs is a chain of frames, and only its innermost one is entered:
//
//     op.awaiter -> innermost frame -> … -> root frame -> op
//
// Running it is a trampoline: each frame that ends returns the one that awaited it, until one suspends (null). The
// root frame's awaiter is the op itself, whose resume ends the task. A task that unwinds does the same with negative
// states.
//
// Nothing resumes a task but the loop: whatever happens to a task (its operation completes, it is withdrawn) puts it
// on the ready queue.

#include "core/task.h"

#include "base/options.h"

#include <string.h>

enum { EAGER_DEPTH = 64 };

struct async_task *async__task_make(void *handle)
{
    struct async_task *object = handle;
    if (!object || object->op.status != ASYNC__FRESH)
        return object;
    // Where even the thread's loop cannot be made, the object stays as it is: the loop that takes it first runs it.
    struct async__loop *loop = async__loop_get();
    if (!loop)
        return object;
    async__task_begin(object, loop);
    async__ready_push(&loop->base, &object->waiter);
    return object;
}

void async__task_run(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    struct async__loop *loop = async__loop_of(task);
    struct async_task *previous = loop->current;
    int32_t steps = loop->base.steps;       // of the previous one
    async__task_step(loop, task);
    if (__builtin_expect(async__options.fail.kind > ASYNC__FAIL_ALLOC, 0))
        async__provoke(loop, task);
    loop->current = previous;
    loop->base.steps = steps;
}

// A yield lets others run even then, and is where the task stops afterwards.
static void run_asked(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    if (task->op.status == ASYNC__WAITING && async__is_interrupted(task))
        task->op.function->withdraw(task);
    async__task_run(w);
}

// A task that yields waits in these too, while it is in the queue.
static void yield_withdraw(struct async_task *task)
{
    async__task_set_unwinding(task, async__reason(task));
    task->op.status = ASYNC__READY;
}

const struct async__function async__function_ready = {
    .wake = async__task_run, .name = "async_yield", .resume = async__task_end, .withdraw = yield_withdraw
};
const struct async__function async__function_asked = {
    .wake = run_asked, .name = "async_yield", .resume = async__task_end, .withdraw = yield_withdraw
};

void async__task_wake(struct async__waiter *w)
{
    async__task_ready(async__task_of(w));
}

void async__task_unwind(struct async_task *task, int reason)
{
    async__task_set_unwinding(task, reason);
    async__task_ready(task);
}

// Wakes everyone in order. The object is held meanwhile: the last one may give its last reference back.
void async__object_end(struct async_task *object, int status, int reason)
{
    struct async__waiter *w;
    object->op.status = status;
    object->target = NULL;
    object->reason = reason;
    object->references++;
    if (object->op.flags & ASYNC__IS_PROMISE && object->waiters)
        async__loop_of(object)->promises--;
    while ((w = async__chain_pop(&object->waiters)))
        w->function->wake(w);
    async__object_drop(object);
}

// A task of which there is nothing to be said has ended, and has a value; nobody waits for it. False: there is more to it.
static bool end_alone(struct async_task *task)
{
    if (task->references > 1)
        return false;
    bool is_held = task->references == 1;
    task->op.status = ASYNC__DONE;
    task->target = NULL;           // and with it there is no reason
    if (!is_held)
        async__block_give(task->loop, task);
    return true;
}

// The same; one other task waits for it, and holds the one reference.
static bool end_awaited(struct async_task *task, struct async__waiter *w)
{
    struct async_task *awaiter = async__task_of(w);
    struct async_loop *loop = task->loop;
    if (w->next || w->function != &async__function_await || task->references != 1 ||
        awaiter->op.flags & (ASYNC__IS_ASKED | ASYNC__IS_SCOPED))
        return false;
    awaiter->op.function = &async__function_ready;
    awaiter->op.status = ASYNC__READY;
    awaiter->target = NULL;
    memcpy(awaiter->value, task->value, sizeof task->value);
    async__ready_push(awaiter->loop, w);
    task->op.status = ASYNC__DONE;
    task->target = NULL;
    task->waiters = NULL;
    async__block_give(loop, task);
    return true;
}

__attribute__((noinline)) static struct async__frame *end_any(struct async_task *task, int state)
{
    if (task->op.flags & ASYNC__IS_NAMED)
        async__names_forget(task);
    if (task->op.flags & ASYNC__IS_LOOSE)
        async__object_unsettle(task);
    if (state > 0)
        async__object_end(task, ASYNC__DONE, 0);
    else
        async__object_end(task, ASYNC__CANCELLED, task->reason ? task->reason : -ECANCELED);
    return NULL;
}

static void leave_loop(struct async_task *task)
{
    struct async__loop *loop = async__loop_of(task);
    loop->current = NULL;
    loop->base.ended++;
}

struct async__frame *async__task_return(struct async_task *task)
{
    leave_loop(task);
    if (__builtin_expect(task->op.flags == 0, 1) && (task->waiters ? end_awaited(task, task->waiters) : end_alone(task)))
        return NULL;
    return end_any(task, task->op.state);
}

struct async__frame *async__task_end(struct async_task *task, struct async__frame *op)
{
    if (op->state > 0)
        return async__task_return(task);
    leave_loop(task);
    return end_any(task, op->state);
}

struct async__frame *async__unwound(struct async_task *task, int reason)
{
    task->reason = reason;
    return ASYNC__UNWOUND;
}

void *async__start(void *handle)
{
    struct async_task *task = handle;
    struct async__loop *loop = async__thread.running;
    if (!task || task->op.status != ASYNC__FRESH)
        return task;
    if (!loop || loop->eager_depth >= EAGER_DEPTH)
        return async__task_make(task);
    async__task_begin(task, loop);
    loop->eager_depth++;
    async__task_run(&task->waiter);
    loop->eager_depth--;
    return task;
}

void *async__retain(void *handle)
{
    struct async_task *object = async__task_make(handle);
    if (object)
        object->references++;
    return object;
}

void async__detach(void *handle)
{
    struct async_task *object = async__task_make(handle);
    if (object)
        async__object_drop(object);
}

void async__release(void *handle)
{
    struct async_task *object = handle;
    if (!object)
        return;
    if (object->op.status == ASYNC__FRESH)
        async__object_discard(object);
    else
        async__object_drop(object);
}

_Bool async__done(void *handle)
{
    struct async_task *object = handle;
    return !object || async__has_ended(object);
}

_Bool async__cancelled(void *handle)
{
    struct async_task *object = handle;
    return !object || object->op.status == ASYNC__CANCELLED;
}

struct async_task *async_current_task(void)
{
    return async__thread.running ? async__thread.running->current : NULL;
}

size_t async_all_tasks(struct async_task **tasks, size_t count)
{
    struct async__loop *loop = async__loop_here();
    if (!loop)
        return 0;
    struct async__task_list all = async__tasks_list(loop);
    for (struct async_task *task; (task = async__tasks_next(&all));)
        if (all.given <= count)
            tasks[all.given - 1] = task;
    return all.given;
}
