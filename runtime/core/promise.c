// promise.c: the bridge from any callback API.
//
//     resolving end                             awaiting end
//     async_resolve, async_promise_cancel       a future like any other
//                  \                            /
//                   one object without a frame
//
// The ends live apart: the object goes when both are gone. Whoever awaited may have been cancelled long before the
// callback comes; then resolving says so. A callback may also come at once, before anyone has asked for the future:
// then the object waits for that, at most until its loop closes.

#include "core/task.h"

#include <string.h>

void *async__promise_new(size_t size, size_t align)
{
    return async__promise_object(size, align);
}

void *async__promise_future(void *promise)
{
    struct async_task *object = promise;
    if (!object || object->op.flags & ASYNC__IS_TAKEN)
        return NULL;
    object->op.flags |= ASYNC__IS_TAKEN;
    if (async__has_ended(object)) {
        async__thread.untaken--;
        async__object_unsettle(object);
    }
    return object;
}

// Consumes the resolving end. Returns true if the object is still there to be resolved.
static bool give_resolver(struct async_task *object)
{
    object->op.flags &= ~ASYNC__HAS_RESOLVER;
    if (object->references == 0) {
        async__object_free(object);
        return false;
    }
    if (!(object->op.flags & ASYNC__IS_TAKEN)) {
        async__thread.untaken++;
        async__object_settle(object);
    }
    return !async__has_ended(object);
}

int async__resolve(void *promise, const void *value)
{
    struct async_task *object = promise;
    if (!object || !give_resolver(object))
        return -ECANCELED;
    struct async__value place = async__value_of(object);
    if (place.size)
        memcpy(place.place, value, place.size);
    async__object_end(object, ASYNC__DONE, 0);
    return 0;
}

int async__promise_cancel(void *promise)
{
    struct async_task *object = promise;
    if (!object || !give_resolver(object))
        return -ECANCELED;
    async__object_end(object, ASYNC__CANCELLED, -ECANCELED);
    return 0;
}

// Resolved, and nobody has asked for its future.
static bool is_untaken(const struct async_task *object)
{
    return object->op.flags & ASYNC__IS_PROMISE && !(object->op.flags & (ASYNC__HAS_RESOLVER | ASYNC__IS_TAKEN));
}

void async__promises_forget(struct async__loop *loop)
{
    struct async_task *next, *object = async__thread.untaken ? async__object_after(NULL) : NULL;
    for (; object; object = next) {
        next = async__object_after(object);
        if (object->loop != &loop->base || !is_untaken(object))
            continue;
        object->op.flags |= ASYNC__IS_TAKEN;
        async__thread.untaken--;
        async__object_free(object);
    }
}
