// as_completed.c: the values in the order in which they come.
//
// A stream over some children. Those that have ended and were not given yet stand in `done`; tasks that wait for the
// next value stand in `nexters`. Never both.
//
//     child ends ──> a nexter takes it, else it joins done
//     next       ──> takes the first of done, else joins nexters; false when all have been given
//
// A child that was cancelled makes the one who gets it unwind, as its await would. Closing asks the children that are
// left to stop and waits for them; the last one takes the memory with it.
//
// Fills: async__as_completed.

#include "base/alloc.h"
#include "combine/children.h"
#include "core/generator.h"

#include <stdarg.h>
#include <string.h>

struct stream {
    struct async__generator base;
    struct async__children children;
    struct async__waiter *done;          // of children
    struct async__waiter *nexters;       // of tasks
    size_t ungiven;
    struct async_task *closer;           // waits for the last child, and then the stream goes
    bool is_begun, is_listed;
    struct async__child child[];
};

static struct async__child *child_of(struct async__waiter *w)
{
    return ASYNC__CONTAINER(w, struct async__child, waiter);
}

static void stream_free(struct stream *s)
{
    async__children_release(&s->children);
    if (s->is_listed)
        async__generator_fini(&s->base);
    async__free(s);
}

// Takes a child's value over. Returns 0, or the reason to unwind with.
static int give(struct stream *s, struct async__child *child, void *place)
{
    int reason = async__child_reason(child);
    s->ungiven--;
    if (!reason && place) {
        struct async__value value = async__value_of(child->object);
        if (value.size)
            memcpy(place, value.place, value.size);
    }
    async__release(child->object);
    child->object = NULL;
    return reason;
}

static void nexter_ready(struct async_task *task, bool has_value, int reason)
{
    task->target = NULL;
    if (reason) {
        async__task_unwind(task, reason);
        return;
    }
    task->value[0] = has_value;
    async__task_ready(task);
}

// Nothing will come any more.
static void end_nexters(struct stream *s)
{
    struct async__waiter *w;
    while ((w = async__chain_pop(&s->nexters)))
        nexter_ready(async__task_of(w), false, 0);
}

static void child_ended(struct async__child *child)
{
    struct stream *s = ASYNC__CONTAINER(child->family, struct stream, children);
    if (s->closer) {
        if (s->children.remaining > 0)
            return;
        s->closer->target = NULL;
        async__task_ready(s->closer);
        stream_free(s);
        return;
    }
    struct async__waiter *w = async__chain_pop(&s->nexters);
    if (!w) {
        async__chain_push(&s->done, &child->waiter);
        return;
    }
    struct async_task *task = async__task_of(w);
    int reason = give(s, child, task->out);
    nexter_ready(task, true, reason);
    if (s->ungiven == 0)
        end_nexters(s);
}

// ---- next

static void next_withdraw(struct async_task *task)
{
    struct stream *s = task->target;
    async__chain_remove(&s->nexters, &task->waiter);
    task->target = NULL;
    async__task_unwind(task, async__reason(task));
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return async__children_awaited(&((const struct stream *)task->target)->children, index);
}

static const struct async__function function_next = {
    .name = "async_next", .resume = async__task_end, .withdraw = next_withdraw, .awaits_for = awaits_for
};

static void begin(struct stream *s, struct async__loop *loop)
{
    if (s->is_begun)
        return;
    s->is_begun = true;
    if (!s->is_listed)
        async__generator_init(&s->base, s->base.ops, loop);
    s->is_listed = true;
    async__children_watch(&s->children, loop);
}

static struct async__next_result next_value(struct async_task *task, struct stream *s, void *place)
{
    bool has_value = s->done != NULL;
    int reason = has_value ? give(s, child_of(async__chain_pop(&s->done)), place) : 0;
    if (reason)
        return (struct async__next_result){ async__unwound(task, reason), false };
    if (!async__takes_turn(task))
        return (struct async__next_result){ NULL, has_value };
    struct async__frame *op = async__wait_in(task, &function_next);
    task->value[0] = has_value;
    async__task_ready(task);
    return (struct async__next_result){ op, false };
}

static struct async__next_result stream_next(struct async_task *task, struct async__generator *g, void *place)
{
    struct stream *s = (struct stream *)g;
    begin(s, async__loop_of(task));
    if (s->done || s->ungiven == 0)
        return next_value(task, s, place);
    if (async__is_interrupted(task))
        return (struct async__next_result){ async__unwound(task, async__reason(task)), false };
    struct async__frame *op = async__wait_in(task, &function_next);
    task->out = place;
    task->target = s;
    async__chain_push(&s->nexters, &task->waiter);
    return (struct async__next_result){ op, false };
}

// ---- close

static void close_withdraw(struct async_task *task)
{
    // The children have been asked; it ends when they do, and the request waits.
    (void)task;
}

static const struct async__function function_close = {
    .name = "async_generator_close", .resume = async__task_end, .withdraw = close_withdraw, .awaits_for = awaits_for
};

static struct async__close_result stream_close(struct async_task *task, struct async__generator *g)
{
    struct stream *s = (struct stream *)g;
    end_nexters(s);
    async__children_discard_fresh(&s->children);
    begin(s, async__loop_of(task));
    s->children.remaining++;    // not before all of them have been asked
    s->closer = task;
    async__children_cancel(&s->children, async__loop_of(task));
    if (--s->children.remaining == 0) {
        stream_free(s);
        return (struct async__close_result){ NULL };
    }
    struct async__frame *op = async__wait_in(task, &function_close);
    task->target = s;
    return (struct async__close_result){ op };
}

// ---- making one

static const struct async__generator_ops stream_ops = { stream_next, stream_close };

static struct stream *stream_alloc(size_t count)
{
    if (count > (SIZE_MAX - sizeof(struct stream)) / sizeof(struct async__child))
        return NULL;
    return async__alloc(sizeof(struct stream) + count * sizeof(struct async__child));
}

void *async__as_completed_array(void *futures, size_t count)
{
    void **handles = futures;
    async__array_used(handles, count, async__array_place(), -1);
    struct stream *s = stream_alloc(count);
    if (!s) {
        async__handles_give_up(handles, count);        // consumed all the same
        return NULL;
    }
    memset(s, 0, sizeof *s);
    async__generator_made(&s->base);
    s->base.ops = &stream_ops;
    s->ungiven = count;
    async__children_init(&s->children, s->child, handles, count, child_ended);
    if (async__thread.running) {
        async__children_make(&s->children);
        async__generator_init(&s->base, &stream_ops, async__thread.running);
        s->is_listed = true;
    }
    return s;
}

void *async__as_completed(size_t count, ...)
{
    void *handles[ASYNC__MOST_FUTURES];
    va_list arguments;
    va_start(arguments, count);
    async__handles_collect(handles, count, arguments);
    va_end(arguments);
    return async__as_completed_array(handles, count);
}
