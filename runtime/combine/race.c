// race.c: the first of several to end.
//
// A coroutine object whose frame was written by hand, as that of a gather is. Its children begin when it is awaited, one after
// the other, each up to its first wait: if one ends there and then, those behind it never run.
//
//     state 0    begin the children; wait, unless one has ended
//     state 1    the first has ended and the others after it: take the first one's value over, or unwind as it did
//
// When the first ends the others are asked to stop in the same step, and their ends are waited for. If the waiting task is asked
// to stop, so are all of them.
//
// Fills: async__race, async__race_array.

#include "combine/children.h"

#include <stdarg.h>
#include <string.h>

struct race {
    struct async__result_frame base;
    struct async__function function;
    struct async__children children;
    struct async_task *task;            // who waits
    struct async__child *first;         // the winner; null: all run
    struct async__child child[];
};

static void child_ended(struct async__child *child)
{
    struct race *r = ASYNC__CONTAINER(child->family, struct race, children);
    if (!r->first)
        r->first = child;
    if (r->task->op.status != ASYNC__WAITING)
        return;                         // resume_race looks at them itself
    async__children_cancel(&r->children, async__loop_of(r->task));
    if (r->children.remaining == 0 && r->task->op.status == ASYNC__WAITING)
        async__task_ready(r->task);
}

static void race_withdraw(struct async_task *task)
{
    struct race *r = (struct race *)task->op.awaiter;
    async__children_cancel(&r->children, async__loop_of(task));
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return async__children_awaited(&((const struct race *)task->op.awaiter)->children, index);
}

static const struct async__function function_race = {
    .name = "async_race", .resume = async__task_end, .withdraw = race_withdraw, .awaits_for = awaits_for
};

// `struct { int index; union { … }; }`: an alignment that is more than the index's comes from the union.
static void store(const struct race *r, unsigned char *to)
{
    int index = (int)(r->first - r->child);
    struct async__value value = async__value_of(r->first->object);
    memcpy(to, &index, sizeof index);
    if (value.size)
        memcpy(to + r->function.result_align, value.place, value.size);
}

static struct async__frame *finish(struct race *r, struct async_task *task)
{
    int none = -1, reason = r->first ? async__child_reason(r->first) : 0;
    unsigned char *to = r->function.result_size > 8 ? r->base.out : task->value;
    if (reason && async__is_interrupted(task))
        reason = async__reason(task);
    if (!r->first)                      // it was a race of nobody
        memcpy(to, &none, sizeof none);
    else if (!reason)
        store(r, to);
    async__children_release(&r->children);
    if (!reason)
        return async__frame_end(task, &r->base.base);
    task->reason = reason;
    return async__frame_unwind(task, &r->base.base);
}

// The first one that ends at once ends the beginning. Where nobody wants to know, none begins.
static void begin(struct race *r)
{
    if (r->task->op.flags & ASYNC__IS_CLOSED)
        async__children_discard_fresh(&r->children);
    for (size_t i = 0; i < r->children.count && !r->first; i++) {
        struct async_task *object = async__start(r->child[i].object);
        if (!object || async__has_ended(object))
            r->first = &r->child[i];
    }
    if (r->first)
        async__children_discard_fresh(&r->children);   // they have lost before they began
}

static struct async__frame *resume_race(struct async_task *task, struct async__frame *base)
{
    struct race *r = (struct race *)base;
    if (base->state != 0)
        return finish(r, task);
    r->task = task;
    begin(r);
    async__children_watch(&r->children, async__loop_of(task));
    bool is_over = r->children.remaining == 0;
    if (is_over && !async__takes_turn(task))
        return finish(r, task);
    base->state = 1;
    async__wait_in(task, &function_race)->awaiter = base;
    if (is_over)
        async__task_ready(task);
    else if (r->first || async__is_interrupted(task))
        async__children_cancel(&r->children, async__loop_of(task));
    return NULL;
}

// ---- making one

// Nobody has waited, so nothing has begun but what was a task before.
static void discard(struct async_task *object)
{
    async__children_give_up(&((struct race *)async__root(object))->children);
}

static void *race_new(void *const *handles, size_t count, size_t result_size, size_t result_align)
{
    struct async__function function = {
        .name = "async_race",
        .resume = resume_race,
        .withdraw = discard,
        .frame_align = _Alignof(struct race),
        .result_size = (uint32_t)result_size,
        .result_align = (uint32_t)result_align,
    };
    struct async_task *object = async__children_object(&function, sizeof(struct race), count);
    if (!object) {
        async__handles_give_up(handles, count);
        return NULL;
    }
    struct race *r = (struct race *)async__root(object);
    r->function = function;
    r->base.base.function = &r->function;
    r->first = NULL;
    async__children_init(&r->children, r->child, handles, count, child_ended);
    for (size_t i = 0; i < count; i++)
        if (handles[i] && ((struct async_task *)handles[i])->op.status != ASYNC__FRESH)
            object->op.flags |= ASYNC__HAS_CHILDREN;
    return object;
}

void *async__race(size_t result_size, size_t result_align, size_t count, ...)
{
    void *handles[ASYNC__MOST_FUTURES];
    va_list arguments;
    va_start(arguments, count);
    async__handles_collect(handles, count, arguments);
    va_end(arguments);
    return race_new(handles, count, result_size, result_align);
}

void *async__race_array(size_t result_size, size_t result_align, void *futures, size_t count)
{
    async__array_used(futures, count, async__array_place(), -1);
    return race_new(futures, count, result_size, result_align);
}
