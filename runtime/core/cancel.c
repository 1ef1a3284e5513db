// cancel.c: asking a task to stop.
//
// A request is a mark on the task. If the task waits, its operation is withdrawn and it unwinds from there; if not (it
// runs, it is ready, a cleanup runs) the mark stays and the next operation that has to wait refuses to.
//
// A task that waits for another one whose last reference it holds takes that one with it, which may wait for a third:
// a chain of any length, and gather makes it a tree. The C stack must not grow with it, so a withdraw never calls the
// next one itself. It leaves it behind, and the loop in deliver() goes on:
//
//     withdraw of an await    leaves one task in loop->next_request
//     withdraw of a gather    leaves itself on loop->fans, which gives its children one by one
//
// The fan that came last is served first, so the order is that of the calls that one would have written.

#include "core/task.h"

static bool is_asked(const struct async_task *task)
{
    return task->op.flags & ASYNC__IS_ASKED && async__masks(task) == 0;
}

bool async__asked_is_interrupted(const struct async_task *task)
{
    return is_asked(task) || async__scopes_interrupt(task);
}

// A request to the task itself goes before any scope of its.
int async__reason(const struct async_task *task)
{
    if (!is_asked(task) && async__scopes_interrupt(task))
        return ASYNC__INTERRUPTED;
    return task->op.flags & ASYNC__IS_SHORT ? -ENOMEM : -ECANCELED;
}

// Marks an object that has not ended. Returns the task that is to be withdrawn now, or null.
static struct async_task *mark(struct async_task *object, int flags)
{
    if (object->op.flags & ASYNC__IS_PROMISE) {
        async__object_end(object, ASYNC__CANCELLED, -ECANCELED);
        return NULL;
    }
    if (object->op.flags & ASYNC__IS_ASKED)
        return NULL;
    object->op.flags |= ASYNC__IS_ASKED | flags;
    async__task_flags_changed(object);
    return object->op.status == ASYNC__WAITING && async__masks(object) == 0 ? object : NULL;
}

// The next task that a fan still has to give; null: none has one.
static struct async_task *take_from_fans(struct async__loop *loop)
{
    while (loop->fans) {
        struct async__fan *fan = loop->fans;
        struct async_task *object = fan->take(fan);
        if (!object)
            loop->fans = fan->next;
        else if (mark(object, 0))
            return object;
    }
    return NULL;
}

static struct async_task *take_next(struct async__loop *loop)
{
    struct async_task *next = loop->next_request;
    loop->next_request = NULL;
    return next ? next : take_from_fans(loop);
}

// Withdraws `task` (may be null) and all that this leads to.
static void deliver(struct async__loop *loop, struct async_task *task)
{
    if (loop->is_delivering) {
        // Called by a withdraw; the loop below is further up.
        if (task)
            loop->next_request = task;
        return;
    }
    loop->is_delivering = true;
    for (; task || (task = take_next(loop)); task = NULL)
        task->op.function->withdraw(task);
    loop->is_delivering = false;
}

void async__ask(struct async_task *task, int flags)
{
    if (mark(task, flags))
        deliver(async__loop_of(task), task);
}

void async__interrupt(struct async_task *task)
{
    if (task->op.status == ASYNC__WAITING)
        deliver(async__loop_of(task), task);
}

int async__cancel(struct async_task *object)
{
    if (!object || async__has_ended(object))
        return -EALREADY;
    async__task_make(object);
    if (mark(object, 0))
        deliver(async__loop_of(object), object);
    return 0;
}

void async__cancel_all(struct async__loop *loop, struct async__fan *fan)
{
    fan->next = loop->fans;
    loop->fans = fan;
    deliver(loop, NULL);
}

int async__cancel_handle(void *handle)
{
    return async__cancel(handle);
}

int async_task_cancel(struct async_task *task)
{
    return async__cancel(task);
}
