// gather.c: all of them at the same time.
//
// A gather is a coroutine object whose frame was written by hand. How large it and its result are hangs on the
// children, so it carries a descriptor of its own.
//
//     state 0    the children become tasks and are watched; wait, unless all have ended
//     state 1    all have ended: take the values over, or unwind
//
// If a child ends cancelled, or the waiting task is asked to stop, all the others are asked; in any case the wait goes
// on until the last one has ended. If all of them gave a value in spite of that, so does the gather.
//
// As in asyncio the children become tasks when gather is called, not when it is awaited. Where no loop runs they wait
// for the one that is to run the gather.
//
// Fills: async__gather, async__gather_array.

#include "combine/children.h"

#include <stdarg.h>
#include <string.h>

struct gather {
    struct async__result_frame base;
    struct async__function function;
    struct async__children children;
    struct async_task *task;            // who waits
    int reason;                         // of the first child that was cancelled
    unsigned char *results;             // of gather_array; null: dropped
    struct async__child child[];
};

static struct gather *gather_of(struct async__child *child)
{
    return ASYNC__CONTAINER(child->family, struct gather, children);
}

static size_t round_up(size_t size, size_t align)
{
    return (size + align - 1) & ~(align - 1);
}

static void child_ended(struct async__child *child)
{
    struct gather *g = gather_of(child);
    int reason = async__child_reason(child);
    if (reason && !g->reason)
        g->reason = reason;
    // While the children are only being looked at, resume_gather does the rest.
    if (g->task->op.status != ASYNC__WAITING)
        return;
    if (reason)
        async__children_cancel(&g->children, async__loop_of(g->task));
    if (g->children.remaining == 0 && g->task->op.status == ASYNC__WAITING)
        async__task_ready(g->task);
}

static void gather_withdraw(struct async_task *task)
{
    struct gather *g = (struct gather *)task->op.awaiter;
    async__children_cancel(&g->children, async__loop_of(task));
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return async__children_awaited(&((const struct gather *)task->op.awaiter)->children, index);
}

static const struct async__function function_gather = {
    .name = "async_gather", .resume = async__task_end, .withdraw = gather_withdraw, .awaits_for = awaits_for
};

// ---- the values

static void copy(void *to, struct async__value value)
{
    if (value.size)
        memcpy(to, value.place, value.size);
}

// The children's values one behind the other, as the members of a struct lie.
static void store_struct(struct gather *g, unsigned char *to)
{
    size_t offset = 0;
    for (size_t i = 0; i < g->children.count; i++) {
        struct async__value value = async__value_of(g->child[i].object);
        offset = round_up(offset, value.align);
        copy(to + offset, value);
        offset += value.size;
    }
}

static void store_array(struct gather *g)
{
    for (size_t i = 0; g->results && i < g->children.count; i++) {
        struct async__value value = async__value_of(g->child[i].object);
        copy(g->results + i * value.size, value);
    }
}

static void store(struct gather *g, struct async_task *task)
{
    if (g->function.result_size == 0)
        store_array(g);
    else
        store_struct(g, g->function.result_size > 8 ? g->base.out : task->value);
}

// ---- the two states

static struct async__frame *finish(struct gather *g, struct async_task *task)
{
    int reason = g->reason;
    if (reason && async__is_interrupted(task))
        reason = async__reason(task);
    if (!reason)
        store(g, task);
    async__children_release(&g->children);
    if (!reason)
        return async__frame_end(task, &g->base.base);
    task->reason = reason;
    return async__frame_unwind(task, &g->base.base);
}

static struct async__frame *suspend(struct gather *g, struct async_task *task)
{
    g->base.base.state = 1;
    async__wait_in(task, &function_gather)->awaiter = &g->base.base;
    if (g->children.remaining == 0)
        async__task_ready(task);
    else if (g->reason || async__is_interrupted(task))
        async__children_cancel(&g->children, async__loop_of(task));
    return NULL;
}

static struct async__frame *resume_gather(struct async_task *task, struct async__frame *base)
{
    struct gather *g = (struct gather *)base;
    if (base->state != 0)
        return finish(g, task);
    g->task = task;
    async__children_watch(&g->children, async__loop_of(task));
    if (g->children.remaining == 0 && !async__takes_turn(task))
        return finish(g, task);
    return suspend(g, task);
}

// ---- making one

// Nobody has waited yet, and nobody will: what the gather made tasks of is asked to stop.
static void discard(struct async_task *object)
{
    async__children_give_up(&((struct gather *)async__root(object))->children);
}

static void *gather_new(void *const *handles, size_t count, size_t result_size, size_t result_align)
{
    struct async__function function = {
        .name = "async_gather",
        .resume = resume_gather,
        .withdraw = discard,
        .frame_align = _Alignof(struct gather),
        .result_size = (uint32_t)result_size,
        .result_align = (uint32_t)result_align,
    };
    struct async_task *object = async__children_object(&function, sizeof(struct gather), count);
    if (!object) {
        async__handles_give_up(handles, count);        // consumed all the same
        return NULL;
    }
    struct gather *g = (struct gather *)async__root(object);
    g->function = function;
    g->base.base.function = &g->function;
    g->reason = 0;
    g->results = NULL;
    async__children_init(&g->children, g->child, handles, count, child_ended);
    if (async__thread.running) {
        async__children_make(&g->children);
        object->op.flags |= ASYNC__HAS_CHILDREN;
    }
    return object;
}

void *async__gather(size_t count, ...)
{
    void *handles[ASYNC__MOST_FUTURES];
    va_list arguments;
    va_start(arguments, count);
    async__handles_collect(handles, count, arguments);
    va_end(arguments);
    size_t size = 0, align = 1;
    for (size_t i = 0; i < count; i++) {
        if (!handles[i])
            continue;    // its type is not known, and need not be: the gather will unwind
        struct async__value value = async__value_of(handles[i]);
        size = round_up(size, value.align) + value.size;
        align = value.align > align ? value.align : align;
    }
    return gather_new(handles, count, round_up(size, align), align);
}

void *async__gather_array(void *futures, size_t count, void *results)
{
    async__array_used(futures, count, async__array_place(), -1);
    struct async_task *object = gather_new(futures, count, 0, 1);
    if (object)
        ((struct gather *)async__root(object))->results = results;
    return object;
}
