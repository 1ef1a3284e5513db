// wait_many.c: waits for several futures without consuming them.
//
//     await async_wait_all(futures, count)
//     await async_wait_any(futures, count)     the index of one that has ended; count: there was none to wait for
//
// A coroutine object that knows the array, as a function with such parameters would. When it is awaited it makes tasks of
// coroutine objects, in place, and holds a reference to each while it waits. It never cancels what it waits for.
//
// Fills: async__wait_all, async__wait_any.

#include "combine/children.h"

#include <string.h>

struct wait_many {
    struct async__frame base;
    struct async__function function;
    struct async__children children;
    struct async_task *task;            // who waits
    void *const *futures;
    const char *where;                  // debug mode: the call; null: unknown
    size_t first;                       // of those that have ended; count: none has
    bool is_any;
    struct async__child child[];
};

static bool is_over(const struct wait_many *w)
{
    return w->children.remaining == 0 || (w->is_any && w->first < w->children.count);
}

static void child_ended(struct async__child *child)
{
    struct wait_many *w = ASYNC__CONTAINER(child->family, struct wait_many, children);
    if (child->object && w->first == w->children.count)
        w->first = (size_t)(child - w->child);
    if (w->task->op.status == ASYNC__WAITING && is_over(w))
        async__task_ready(w->task);
}

// Takes everything back that is still waited for.
static void leave(struct wait_many *w)
{
    for (size_t i = 0; i < w->children.count; i++) {
        struct async_task *object = w->child[i].object;
        if (!object)
            continue;
        if (!async__has_ended(object))
            async__wait_no_more(object, &w->child[i].waiter);
        async__object_drop(object);
        w->child[i].object = NULL;
    }
}

static void wait_withdraw(struct async_task *task)
{
    leave((struct wait_many *)task->op.awaiter);
    async__task_unwind(task, async__reason(task));
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return async__children_awaited(&((const struct wait_many *)task->op.awaiter)->children, index);
}

static const struct async__function function_wait_all = {
    .name = "async_wait_all", .resume = async__task_end, .withdraw = wait_withdraw, .awaits_for = awaits_for
};
static const struct async__function function_wait_any = {
    .name = "async_wait_any", .resume = async__task_end, .withdraw = wait_withdraw, .awaits_for = awaits_for
};

static struct async__frame *finish(struct wait_many *w, struct async_task *task)
{
    leave(w);
    if (w->is_any)
        memcpy(task->value, &w->first, sizeof w->first);
    return async__frame_end(task, &w->base);
}

static struct async__frame *begin(struct wait_many *w, struct async_task *task)
{
    w->task = task;
    async__array_used(w->futures, w->children.count, w->where, 0);
    w->first = w->children.count;
    async__children_init(&w->children, w->child, w->futures, w->children.count, child_ended);
    async__children_make(&w->children);
    for (size_t i = 0; i < w->children.count; i++)
        if (w->child[i].object)
            w->child[i].object->references++;
    async__children_watch(&w->children, async__loop_of(task));
    if (is_over(w) && !async__takes_turn(task))
        return finish(w, task);
    if (!is_over(w) && async__is_interrupted(task)) {
        leave(w);
        task->reason = async__reason(task);
        return async__frame_unwind(task, &w->base);
    }
    w->base.state = 1;
    async__wait_in(task, w->is_any ? &function_wait_any : &function_wait_all)->awaiter = &w->base;
    if (is_over(w))
        async__task_ready(task);
    return NULL;
}

static struct async__frame *resume_wait(struct async_task *task, struct async__frame *base)
{
    struct wait_many *w = (struct wait_many *)base;
    if (base->state == 0)
        return begin(w, task);
    if (base->state > 0)
        return finish(w, task);
    leave(w);
    return async__frame_unwind(task, base);
}

// Never awaited: it owns nothing.
static void discard(struct async_task *object)
{
    (void)object;
}

static void *wait_new(void *futures, size_t count, bool is_any)
{
    struct async__function function = {
        .name = is_any ? "async_wait_any" : "async_wait_all",
        .resume = resume_wait,
        .withdraw = discard,
        .frame_align = _Alignof(struct wait_many),
        .result_size = is_any ? sizeof(size_t) : 0,
        .result_align = is_any ? _Alignof(size_t) : 1,
    };
    struct async_task *object = async__children_object(&function, sizeof(struct wait_many), count);
    if (!object)
        return NULL;
    struct wait_many *w = (struct wait_many *)async__root(object);
    w->function = function;
    w->base.function = &w->function;
    w->children.count = count;
    w->futures = futures;
    w->is_any = is_any;
    w->where = async__array_place();
    return object;
}

void *async__wait_all(void *futures, size_t count)
{
    return wait_new(futures, count, false);
}

void *async__wait_any(void *futures, size_t count)
{
    return wait_new(futures, count, true);
}
