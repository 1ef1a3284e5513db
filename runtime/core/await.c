// await.c: waiting for what a handle stands for.
//
//     await h          consumes h; gives the value, or unwinds with the reason for which h was cancelled
//     async_join       consumes h; stores the value and gives 0, or gives the reason
//     async_wait       only looks
//
// A coroutine object that nobody made a task needs no task: await runs its frame here, as a call would.
//
// Everything else may have to wait: the task's waiter goes into the object's list, task->target says which object, and
// the wake at its end takes the value over. When such a task is asked to stop and holds the last reference, nobody
// will ever want the object's value: it is asked to stop too, and the task waits on until it has.
//
//     asked ──> withdraw ──┬─ not the last reference, or a promise: leave the list, unwind
//                          └─ the last: ask the object; its end wakes us, and then we unwind
//
// An object that was asked may complete all the same; then the await gives its value, since an operation is either
// completed or withdrawn, never both.
//
// Fills: async__await of the ABI.

#include "core/call.h"
#include "core/task.h"

#include <string.h>

static const struct async__function function_join, function_wait, function_close;

void async__wait_for(struct async_task *object, struct async__waiter *w, struct async__loop *loop)
{
    if (object->op.flags & ASYNC__IS_PROMISE && !object->waiters) {
        object->loop = &loop->base;
        loop->promises++;
    }
    async__chain_push(&object->waiters, w);
}

void async__wait_no_more(struct async_task *object, struct async__waiter *w)
{
    async__chain_remove(&object->waiters, w);
    if (object->op.flags & ASYNC__IS_PROMISE && !object->waiters)
        async__loop_of(object)->promises--;
}

static void copy_value(struct async_task *object, void *to)
{
    struct async__value value = async__value_of(object);
    if (to && value.size)
        memcpy(to, value.place, value.size);
}

// Takes what an ended object gives and consumes it. Returns 0 or the reason to unwind with.
static int take_value(struct async_task *task, struct async_task *object, void *out)
{
    int reason = 0;
    if (object->op.status == ASYNC__CANCELLED)
        reason = object->reason;
    else
        copy_value(object, async__value_of(object).size > 8 ? out : task->value);
    async__object_drop(object);
    return reason;
}

// The same for async_join: `reason` is a value.
static int join_value(struct async_task *object, void *value)
{
    int reason = object->op.status == ASYNC__CANCELLED ? object->reason : 0;
    if (!reason)
        copy_value(object, value);
    async__object_drop(object);
    return reason;
}

// ---- the ends of the three waits

// Was the task asked to stop while it waited?
static bool was_withdrawn(struct async_task *task)
{
    bool was = task->op.flags & ASYNC__IS_WITHDRAWN;
    task->op.flags &= ~ASYNC__IS_WITHDRAWN;
    return was;
}

static void await_finish(struct async_task *task)
{
    struct async_task *object = task->target;
    void *out = task->out;
    task->target = NULL;
    bool withdrawn = was_withdrawn(task);
    int reason = take_value(task, object, out);
    if (reason)
        async__task_set_unwinding(task, withdrawn ? async__reason(task) : reason);
}

static void join_finish(struct async_task *task)
{
    struct async_task *object = task->target;
    void *value = task->out;
    task->target = NULL;
    bool withdrawn = was_withdrawn(task);
    int reason = join_value(object, value);
    if (reason && withdrawn)
        async__task_set_unwinding(task, async__reason(task));
    else
        memcpy(task->value, &reason, sizeof reason);
}

static void await_wake(struct async__waiter *w)
{
    await_finish(async__task_of(w));
    async__task_ready(async__task_of(w));
}

static void join_wake(struct async__waiter *w)
{
    join_finish(async__task_of(w));
    async__task_ready(async__task_of(w));
}

static unsigned status_of(const struct async_task *object)
{
    return object->op.status == ASYNC__CANCELLED ? ASYNC_CANCELLED : ASYNC_DONE;
}

static void wait_wake(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    unsigned status = status_of(task->target);
    task->target = NULL;
    memcpy(task->value, &status, sizeof status);
    async__task_ready(task);
}

// ---- giving up

static bool is_joining(const struct async_task *task)
{
    return task->op.function == &async__function_await || task->op.function == &function_join || task->op.function == &function_close;
}

// True if `object` has been asked already and cannot end before `task` has: they wait for each other.
static bool is_circle(const struct async_task *task, const struct async_task *object)
{
    if (object == task)
        return true;
    while (object->op.status == ASYNC__WAITING && object->op.flags & ASYNC__IS_WITHDRAWN && is_joining(object)) {
        object = object->target;
        if (object == task)
            return true;
    }
    return false;
}

static void leave(struct async_task *task)
{
    struct async_task *object = task->target;
    async__wait_no_more(object, &task->waiter);
    task->op.flags &= ~ASYNC__IS_WITHDRAWN;
    task->target = NULL;
    async__object_drop(object);
}

// True if the task waits no more and has to unwind.
static bool give_up(struct async_task *task)
{
    struct async_task *object = task->target;
    if (async__has_ended(object))
        return false;    // it is just waking those who wait for it, and we are next
    bool is_last = object->references == 1 && !(object->op.flags & ASYNC__IS_PROMISE);
    if (is_last && !is_circle(task, object)) {
        task->op.flags |= ASYNC__IS_WITHDRAWN;
        async__cancel(object);
        return false;
    }
    leave(task);
    return true;
}

static void join_withdraw(struct async_task *task)
{
    if (give_up(task))
        async__task_unwind(task, async__reason(task));
}

static void wait_withdraw(struct async_task *task)
{
    async__wait_no_more(task->target, &task->waiter);
    task->target = NULL;
    async__task_unwind(task, async__reason(task));
}

// Where it is left, in a cleanup, no request comes in.
static void close_withdraw(struct async_task *task)
{
    leave(task);
    async__task_ready(task);
}

static void close_wake(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w), *object = task->target;
    task->op.flags &= ~ASYNC__IS_WITHDRAWN;
    task->target = NULL;
    async__object_drop(object);
    async__task_ready(task);
}

bool async__await_break(struct async_task *task)
{
    if (!is_joining(task) || task->op.status != ASYNC__WAITING || !(task->op.flags & ASYNC__IS_WITHDRAWN))
        return false;
    bool is_closing = task->op.function == &function_close;
    leave(task);
    if (is_closing)
        async__task_ready(task);
    else
        async__task_unwind(task, async__reason(task));
    return true;
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return index == 0 ? task->target : NULL;
}

const struct async__function async__function_await = {
    .wake = await_wake, .name = "await", .resume = async__task_end, .withdraw = join_withdraw, .awaits_for = awaits_for
};
static const struct async__function function_join = {
    .wake = join_wake, .name = "async_join", .resume = async__task_end, .withdraw = join_withdraw, .awaits_for = awaits_for
};
static const struct async__function function_wait = {
    .wake = wait_wake, .name = "async_wait", .resume = async__task_end, .withdraw = wait_withdraw, .awaits_for = awaits_for
};
static const struct async__function function_close = {
    .wake = close_wake, .name = "the end of a handle", .resume = async__task_end, .withdraw = close_withdraw, .awaits_for = awaits_for
};

// ---- the starts

// Waits for an object that has not ended, and consumes it then.
static struct async__frame *join_object(struct async_task *task, struct async_task *object, void *out,
                                        const struct async__function *function)
{
    struct async__frame *op = async__wait_in(task, function);
    task->out = out;
    task->target = object;
    async__wait_for(object, &task->waiter, async__loop_of(task));
    if (async__is_interrupted(task) && give_up(task)) {
        task->op.status = ASYNC__RUNNING;
        async__task_set_run(task);
        return async__unwound(task, async__reason(task));
    }
    return op;
}

static void await_turn(struct async__waiter *w)
{
    async__task_set_run(async__task_of(w));
    await_finish(async__task_of(w));
    async__task_run(w);
}

static const struct async__function function_await_turn = {
    .wake = await_turn, .name = "await", .resume = async__task_end
};

// The object has ended, but others are to run before this task goes on. Its value is taken then: only now does the
// awaiter get a place for one of over 8 bytes.
static struct async__frame *await_next_turn(struct async_task *task, struct async_task *object, void *out)
{
    struct async__frame *op = async__wait_in(task, &async__function_await);
    task->out = out;
    task->target = object;
    async__task_ready(task);
    task->op.function = &function_await_turn;
    return op;
}

static struct async__frame *await_in_place(struct async_task *task, struct async_task *object, void *out)
{
    struct async__frame *root = async__root_in_place(object);
    async__object_used(object);
    if (root->function->result_size > 8)
        ((struct async__result_frame *)root)->out = out;
    if (async__stack_low(task))
        return async__start_later(task, root);
    // Who awaits it has no frame as long as nothing suspends; `here` stands for it, and tells whether it unwound.
    struct async__frame here = { .state = 1 };
    root->awaiter = &here;
    if (!root->function->resume(task, root)) {
        root->awaiter = NULL;
        return root;
    }
    return here.state < 0 ? ASYNC__UNWOUND : NULL;
}

__attribute__((noinline)) static struct async__frame *await_any(struct async_task *task, struct async_task *object, void *out)
{
    if (!object)
        return async__unwound(task, -ENOMEM);
    if (object->op.status == ASYNC__FRESH)
        return await_in_place(task, object, out);
    if (!async__has_ended(object))
        return join_object(task, object, out, &async__function_await);
    if (async__takes_turn(task))
        return await_next_turn(task, object, out);
    int reason = take_value(task, object, out);
    return reason ? async__unwound(task, reason) : NULL;
}

// What most awaits of a handle are about: a task without flags, whether it has ended or is waited for by nobody else yet.
struct async__frame *async__await(struct async_task *task, void *handle, void *out)
{
    struct async_task *object = handle;
    if (!object || object->op.flags)
        return await_any(task, object, out);
    if (object->op.status != ASYNC__DONE) {
        if (object->op.status >= ASYNC__FRESH)
            return await_any(task, object, out);
        if (object->waiters || task->op.flags & (ASYNC__IS_ASKED | ASYNC__IS_SCOPED))
            return await_any(task, object, out);
        task->out = out;
        task->target = object;
        task->waiter.next = NULL;
        task->waiter.prev = &task->waiter;
        object->waiters = &task->waiter;
        return async__wait_in(task, &async__function_await);
    }
    if (object->references > 1 || async__takes_step(task->loop))
        return await_any(task, object, out);
    memcpy(task->value, object->value, sizeof task->value);
    async__block_give(task->loop, object);
    return NULL;
}

// A value that is there already, given at the next turn.
struct async__frame *async__value_next_turn(struct async_task *task, const struct async__function *function, int value)
{
    struct async__frame *op = async__wait_in(task, function);
    async__task_set_value(task, value);
    async__task_ready(task);
    return op;
}

struct async__int_result async__start_join(struct async_task *, void *handle, void *value) __asm__("async__join.start");
struct async__int_result async__start_join(struct async_task *task, void *handle, void *value)
{
    struct async_task *object = async__task_make(handle);
    if (object && !async__has_ended(object))
        return (struct async__int_result){ join_object(task, object, value, &function_join), 0 };
    int reason = object ? join_value(object, value) : -ENOMEM;
    if (async__takes_turn(task))
        return (struct async__int_result){ async__value_next_turn(task, &function_join, reason), 0 };
    return (struct async__int_result){ NULL, reason };
}

struct async__int_result async__start_wait(struct async_task *, void *handle) __asm__("async__wait.start");
struct async__int_result async__start_wait(struct async_task *task, void *handle)
{
    struct async_task *object = async__task_make(handle);
    if (!object || async__has_ended(object)) {
        int status = object ? (int)status_of(object) : ASYNC_CANCELLED;
        if (async__takes_turn(task))
            return (struct async__int_result){ async__value_next_turn(task, &function_wait, status), 0 };
        return (struct async__int_result){ NULL, status };
    }
    if (async__is_interrupted(task))
        return (struct async__int_result){ async__unwound(task, async__reason(task)), 0 };
    struct async__frame *op = async__wait_in(task, &function_wait);
    task->target = object;
    async__wait_for(object, &task->waiter, async__loop_of(task));
    return (struct async__int_result){ op, 0 };
}

// True if a handle that is given up here takes with it what it stands for.
static bool is_last(const struct async_task *object)
{
    return object->references == 1 && !(object->op.flags & ASYNC__IS_PROMISE) && !async__has_ended(object);
}

void async__give_up(void *handle)
{
    struct async_task *object = handle;
    if (object && object->op.status != ASYNC__FRESH && is_last(object))
        async__cancel(object);
    async__release(object);
}

struct async__void_result async__start_close(struct async_task *, void *handle) __asm__("async__close.start");
struct async__void_result async__start_close(struct async_task *task, void *handle)
{
    struct async_task *object = handle;
    if (object && object->op.status == ASYNC__FRESH && object->op.flags & ASYNC__HAS_CHILDREN) {
        object->op.flags |= ASYNC__IS_CLOSED;
        async__start(object);      // it stops them, and waits
    }
    if (!object || object->op.status == ASYNC__FRESH || !is_last(object) || is_circle(task, object)) {
        async__release(object);
        return (struct async__void_result){ NULL };
    }
    // It ends later: a task that is asked to stop does so when the loop comes to it.
    async__cancel(object);
    struct async__frame *op = async__wait_in(task, &function_close);
    task->op.flags |= ASYNC__IS_WITHDRAWN;
    task->target = object;
    async__wait_for(object, &task->waiter, async__loop_of(task));
    return (struct async__void_result){ op };
}

int async__result(void *handle, void *value)
{
    struct async_task *object = handle;
    if (!object)
        return -ENOMEM;
    if (!async__has_ended(object))
        return -EINPROGRESS;
    if (object->op.status == ASYNC__CANCELLED)
        return object->reason;
    copy_value(object, value);
    return 0;
}

// ---- coroutine objects of async_join and async_wait

struct join_frame {
    struct async__frame base;
    void *handle, *value;
};

static struct async__frame *resume_join(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    struct join_frame *frame = (struct join_frame *)base;
    struct async__int_result r = async__start_join(task, frame->handle, frame->value);
    return async__call_started(task, base, r.suspended, &r.value, sizeof r.value);
}

static struct async__frame *resume_wait(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    struct async__int_result r = async__start_wait(task, ((struct join_frame *)base)->handle);
    return async__call_started(task, base, r.suspended, &r.value, sizeof r.value);
}

static struct async__frame *resume_close(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    return async__call_started(task, base, async__start_close(task, ((struct join_frame *)base)->handle).suspended, NULL, 0);
}

static void discard_join(struct async_task *object)
{
    async__release(((struct join_frame *)async__root(object))->handle);
}

static const struct async__function object_join = {
    .name = "async_join", .resume = resume_join, .withdraw = discard_join,
    .frame_size = sizeof(struct join_frame), .frame_align = _Alignof(struct join_frame),
    .result_size = sizeof(int), .result_align = _Alignof(int)
};
static const struct async__function object_wait = {
    .name = "async_wait", .resume = resume_wait,
    .frame_size = sizeof(struct join_frame), .frame_align = _Alignof(struct join_frame),
    .result_size = sizeof(int), .result_align = _Alignof(int)
};

static const struct async__function object_close = {
    .name = "async__close", .resume = resume_close, .withdraw = discard_join,
    .frame_size = sizeof(struct join_frame), .frame_align = _Alignof(struct join_frame),
    .result_size = 0, .result_align = 1
};

static void *make(const struct async__function *function, void *handle, void *value)
{
    struct async_task *object = async__object_new(function);
    if (!object)
        return NULL;
    struct join_frame *frame = (struct join_frame *)async__root(object);
    frame->handle = handle;
    frame->value = value;
    return object;
}

async_future(int) async__join(void *handle, void *value)
{
    return make(&object_join, handle, value);
}

async_future(void) async__close(void *handle)
{
    return make(&object_close, handle, NULL);
}

async_future(enum async_status) async__wait(void *handle)
{
    return make(&object_wait, handle, NULL);
}
