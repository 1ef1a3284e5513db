// children.c: several futures that somebody waits for at once.
//
// Each child has a waiter of its own in the list of what it stands for. Asking all of them to stop is a fan: see
// cancel.c. One that ends while the others are still being looked at must not end the whole, so `remaining` is one too
// high meanwhile.

#include "combine/children.h"

static void child_wake(struct async__waiter *w)
{
    struct async__child *child = ASYNC__CONTAINER(w, struct async__child, waiter);
    child->family->remaining--;
    child->family->ended(child);
}

static const struct async__function by_child_wake = { .wake = child_wake };

// The next one to be asked; null: all have been.
static struct async_task *take_child(struct async__fan *fan)
{
    struct async__children *c = ASYNC__CONTAINER(fan, struct async__children, fan);
    while (c->next_asked < c->count) {
        struct async_task *object = c->child[c->next_asked++].object;
        if (object && !async__has_ended(object))
            return object;
    }
    return NULL;
}

void async__children_init(struct async__children *c, struct async__child *child, void *const *handles, size_t count,
                          void (*ended)(struct async__child *))
{
    *c = (struct async__children){ .fan.take = take_child, .child = child, .count = count, .ended = ended };
    for (size_t i = 0; i < count; i++)
        child[i] = (struct async__child){ { NULL, NULL, &by_child_wake }, c, handles[i] };
}

void async__children_make(struct async__children *c)
{
    for (size_t i = 0; i < c->count; i++)
        async__task_make(c->child[i].object);
}

// Only those of a gather that was made where no loop ran are still fresh. A gather among them begins at once: its own
// children come before what stands behind it.
static void begin(struct async__children *c)
{
    for (size_t i = 0; i < c->count; i++) {
        struct async_task *object = c->child[i].object;
        if (object && object->op.status == ASYNC__FRESH && async__is_combined(object))
            async__start(object);
        else
            async__task_make(object);
    }
}

void async__children_watch(struct async__children *c, struct async__loop *loop)
{
    begin(c);
    c->remaining = c->count + 1;
    for (size_t i = 0; i < c->count; i++) {
        struct async__child *child = &c->child[i];
        if (child->object && !async__has_ended(child->object))
            async__wait_for(child->object, &child->waiter, loop);
        else
            child_wake(&child->waiter);
    }
    c->remaining--;
}

void async__children_cancel(struct async__children *c, struct async__loop *loop)
{
    if (c->is_asked)
        return;
    c->is_asked = true;
    async__cancel_all(loop, &c->fan);
}

void async__children_release(struct async__children *c)
{
    for (size_t i = 0; i < c->count; i++) {
        async__release(c->child[i].object);
        c->child[i].object = NULL;
    }
}

void async__children_discard_fresh(struct async__children *c)
{
    for (size_t i = 0; i < c->count; i++) {
        struct async__child *child = &c->child[i];
        if (!child->object || child->object->op.status != ASYNC__FRESH)
            continue;
        async__object_discard(child->object);
        child->object = NULL;
    }
}

static void ask_to_stop(struct async_task *object)
{
    if (object && object->op.status != ASYNC__FRESH)
        async__cancel(object);
}

void async__children_give_up(struct async__children *c)
{
    for (size_t i = 0; i < c->count; i++)
        ask_to_stop(c->child[i].object);
    async__children_release(c);
}

const struct async_task *async__children_awaited(const struct async__children *c, size_t index)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct async_task *object = c->child[i].object;
        if (object && !async__has_ended(object) && index-- == 0)
            return object;
    }
    return NULL;
}

struct async_task *async__children_object(struct async__function *function, size_t size, size_t count)
{
    if (count > (UINT32_MAX - size) / sizeof(struct async__child))
        return NULL;
    function->frame_size = (uint32_t)(size + count * sizeof(struct async__child));
    return async__object_new(function);
}

void async__handles_give_up(void *const *handles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ask_to_stop(handles[i]);
        async__release(handles[i]);
    }
}

void async__handles_collect(void **handles, size_t count, va_list arguments)
{
    for (size_t i = 0; i < count; i++)
        handles[i] = va_arg(arguments, void *);
}

int async__child_reason(const struct async__child *child)
{
    if (!child->object)
        return -ENOMEM;
    return child->object->op.status == ASYNC__CANCELLED ? child->object->reason : 0;
}
