// wait_for.c: a wait that ends when its time is up.
//
//     await async_wait_for(f, seconds, &value)
//
// A coroutine object that awaits f inside a scope with a deadline, as
//
//     async_timeout (seconds) { value = await f; return 0; } else return -ETIMEDOUT;
//
// would. A coroutine object f runs in the waiting task itself, and has been left when the deadline is caught. A task is asked to
// stop, even if others have handles of it too, and its end is waited for before this wait ends.
//
//     state 0    open the scope, await f
//     state 1    f has ended, or unwound (-1): the deadline, or something farther out?
//     state 2    what was asked to stop has ended; no cleanup is interrupted, and this is one
//
// Fills: async__timed.

#include "core/task.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

struct timed {
    struct async__frame base;
    struct async_task *object;          // f, owned
    struct async_task *asked;           // f, if it is a task, until it has ended: one more reference
    double seconds;
    void *value;                        // where f's value goes; null: dropped
    size_t size, align;                 // of that
    int reason;                         // for which the wait unwinds once f has ended; 0: it was the deadline
    struct async__timeout scope;
    struct async__function function;    // its frame is as large as f's value wants it
    unsigned char kept[];  // a value of over 8 bytes
};

static void timed_withdraw(struct async_task *task)
{
    struct timed *t = (struct timed *)task->op.awaiter;
    async__wait_no_more(t->asked, &task->waiter);
    async__task_unwind(task, async__reason(task));
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return index == 0 ? ((const struct timed *)task->op.awaiter)->asked : NULL;
}

static const struct async__function function_timed = {
    .wake = async__task_wake, .name = "async_wait_for", .resume = async__task_end, .withdraw = timed_withdraw, .awaits_for = awaits_for
};

static void *place_of(struct timed *t)
{
    return (void *)(((uintptr_t)t->kept + t->align - 1) & ~(uintptr_t)(t->align - 1));
}

static struct async__frame *end(struct timed *t, struct async_task *task, int result)
{
    if (t->asked)
        async__object_drop(t->asked);
    memcpy(task->value, &result, sizeof result);
    return async__frame_end(task, &t->base);
}

static struct async__frame *unwind(struct timed *t, struct async_task *task, int reason)
{
    if (t->asked)
        async__object_drop(t->asked);
    task->reason = reason;
    return async__frame_unwind(task, &t->base);
}

static struct async__frame *finish(struct timed *t, struct async_task *task)
{
    if (t->value && t->size)
        memcpy(t->value, t->size > 8 ? place_of(t) : (void *)task->value, t->size);
    async__timeout_close(task, &t->scope);
    return end(t, task, 0);
}

// f was asked to stop and has ended. It may have had its value all the same.
static struct async__frame *finish_asked(struct timed *t, struct async_task *task)
{
    async__unmask(task);
    if (t->reason)
        return unwind(t, task, t->reason);
    if (t->asked->op.status == ASYNC__CANCELLED)
        return end(t, task, -ETIMEDOUT);
    if (t->value && t->size)
        memcpy(t->value, async__value_of(t->asked).place, t->size);
    return end(t, task, 0);
}

static struct async__frame *wait_for_end(struct timed *t, struct async_task *task, int reason)
{
    t->reason = reason;
    t->base.state = 2;
    async__wait_in(task, &function_timed)->awaiter = &t->base;
    async__mask(task);
    async__wait_for(t->asked, &task->waiter, async__loop_of(task));
    async__cancel(t->asked);
    return NULL;
}

static struct async__frame *leave(struct timed *t, struct async_task *task)
{
    bool is_late = async__timeout_catches(task, &t->scope, task->reason);
    int reason = is_late ? 0 : task->reason;
    bool is_ours = t->asked && !async__has_ended(t->asked) && (is_late || t->asked->references == 1);
    if (is_ours)
        return wait_for_end(t, task, reason);
    return is_late ? end(t, task, -ETIMEDOUT) : unwind(t, task, reason);
}

static struct async__frame *begin(struct timed *t, struct async_task *task)
{
    struct async_task *object = t->object;
    t->object = NULL;
    async__timeout_open(task, &t->scope, t->seconds);
    if (object && object->op.status != ASYNC__FRESH && !async__has_ended(object) && !(object->op.flags & ASYNC__IS_PROMISE))
        t->asked = async__retain(object);
    struct async__frame *suspended = async__await(task, object, place_of(t));
    if (async__is_unwound(suspended))
        return leave(t, task);
    if (!suspended)
        return finish(t, task);
    if (t->size > 8)
        ((struct async__result_frame *)suspended)->out = place_of(t);
    async__suspend(&t->base, 1, suspended);
    return NULL;
}

static struct async__frame *resume_timed(struct async_task *task, struct async__frame *base)
{
    struct timed *t = (struct timed *)base;
    switch (base->state) {
    case 0: return begin(t, task);
    case 1: return finish(t, task);
    case -1:
        base->state = 1;
        return leave(t, task);
    case 2: return finish_asked(t, task);
    default:
        async__unmask(task);
        return unwind(t, task, t->reason ? t->reason : task->reason);
    }
}

static void discard(struct async_task *object)
{
    async__release(((struct timed *)async__root(object))->object);
}

void *async__timed(void *handle, double seconds, void *value)
{
    struct async_task *object = handle;
    struct async__value kind = object ? async__value_of(object) : (struct async__value){ NULL, 0, 1 };
    struct async__function function = {
        .name = "async_wait_for",
        .resume = resume_timed,
        .withdraw = discard,
        .frame_size = (uint32_t)(sizeof(struct timed) + (kind.size > 8 ? kind.size + kind.align : 0)),
        .frame_align = _Alignof(struct timed),
        .result_size = sizeof(int),
        .result_align = _Alignof(int),
    };
    struct async_task *timed = async__object_new(&function);
    if (!timed) {
        async__release(object);
        return NULL;
    }
    struct timed *t = (struct timed *)async__root(timed);
    t->function = function;
    t->base.function = &t->function;
    t->object = object;
    t->asked = NULL;
    t->seconds = seconds;
    t->value = value;
    t->size = kind.size;
    t->align = kind.align;
    return timed;
}
