// shield.c: a wait that may be given up without giving up what is waited for.
//
//     await async_shield(t)
//
// The shielded future becomes a task at once, as in asyncio. The shield is a coroutine object that holds its handle: when the
// wait ends it hands the value on; when the wait is called off it gives the handle back, and the task goes on alone.
//
// Fills: async__shield.

#include "core/task.h"

#include <string.h>

struct shield {
    struct async__result_frame base;
    struct async__function function;    // its result is as large as the shielded one's
    struct async_task *object;          // owned
};

static void shield_withdraw(struct async_task *task)
{
    struct shield *s = (struct shield *)task->op.awaiter;
    async__wait_no_more(s->object, &task->waiter);
    async__task_unwind(task, async__reason(task));
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return index == 0 ? ((const struct shield *)task->op.awaiter)->object : NULL;
}

static const struct async__function function_shield = {
    .wake = async__task_wake, .name = "async_shield", .resume = async__task_end, .withdraw = shield_withdraw, .awaits_for = awaits_for
};

static struct async__frame *give_up(struct shield *s, struct async_task *task)
{
    async__object_drop(s->object);
    return async__frame_unwind(task, &s->base.base);
}

static struct async__frame *finish(struct shield *s, struct async_task *task)
{
    if (s->object->op.status == ASYNC__CANCELLED) {
        task->reason = s->object->reason;
        return give_up(s, task);
    }
    struct async__value value = async__value_of(s->object);
    if (value.size)
        memcpy(value.size > 8 ? s->base.out : (void *)task->value, value.place, value.size);
    async__object_drop(s->object);
    return async__frame_end(task, &s->base.base);
}

static struct async__frame *resume_shield(struct async_task *task, struct async__frame *base)
{
    struct shield *s = (struct shield *)base;
    if (base->state < 0)
        return give_up(s, task);
    if (async__has_ended(s->object))
        return finish(s, task);
    if (async__is_interrupted(task)) {
        task->reason = async__reason(task);
        return give_up(s, task);
    }
    base->state = 1;
    async__wait_in(task, &function_shield)->awaiter = base;
    async__wait_for(s->object, &task->waiter, async__loop_of(task));
    return NULL;
}

static void discard(struct async_task *object)
{
    async__object_drop(((struct shield *)async__root(object))->object);
}

void *async__shield(void *handle)
{
    struct async_task *object = async__task_make(handle);
    if (!object)
        return NULL;
    struct async__value value = async__value_of(object);
    struct async__function function = {
        .name = "async_shield",
        .resume = resume_shield,
        .withdraw = discard,
        .frame_size = sizeof(struct shield),
        .frame_align = _Alignof(struct shield),
        .result_size = (uint32_t)value.size,
        .result_align = (uint32_t)value.align,
    };
    struct async_task *shield = async__object_new(&function);
    if (!shield) {
        async__object_drop(object);
        return NULL;
    }
    struct shield *s = (struct shield *)async__root(shield);
    s->function = function;
    s->base.base.function = &s->function;
    s->object = object;
    return shield;
}
