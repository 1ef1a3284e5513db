// core/task.h: the life of what a handle points to.
//
//     FRESH --make--> READY --run--> RUNNING --await--> WAITING        a promise is WAITING until it is resolved
//       |               ^               |                  |
//       |               +---------------|------wake--------+
//    awaited in                         v
//    place: gone                DONE or CANCELLED

#ifndef ASYNC_CORE_TASK_H
#define ASYNC_CORE_TASK_H

#include "async/lowered.h"
#include "base/options.h"
#include "core/loop.h"

#include <errno.h>

// task->reason while a task unwinds to one of its scopes, and not to its end.
enum { ASYNC__INTERRUPTED = -1000000 };

enum { ASYNC__STEPS_BEFORE_TURN = 64 };     // operations that need not wait, and then a turn for the others

static inline bool async__has_ended(const struct async_task *object)
{
    return object->op.status >= ASYNC__DONE;
}

static inline struct async__frame *async__root(const struct async_task *object)
{
    return (struct async__frame *)(object + 1);
}

// Made by a combinator of ours, a gather: it owns other handles. Only such objects have a withdraw.
static inline bool async__is_combined(const struct async_task *object)
{
    return !(object->op.flags & ASYNC__IS_PROMISE) && async__root(object)->function->withdraw;
}

static inline struct async_task *async__task_of(struct async__waiter *w)
{
    return ASYNC__CONTAINER(w, struct async_task, waiter);
}

// The value of an object: where it lies once the object has ended, and how large it is.
struct async__value {
    void *place;
    size_t size, align;
};

// object.c
struct async_task *async__promise_object(size_t size, size_t align);      // null: no memory
struct async__value async__value_of(struct async_task *object);
const struct async__function *async__function_of(const struct async_task *object);    // null for a promise
const char *async__made_at(const struct async_task *object);              // null: not noted
void async__object_free(struct async_task *object);
// All of the thread that are tasks, or were settled otherwise, and blocks without an object; null: the first; no more.
struct async_task *async__object_after(const struct async_task *);
struct async_task *async__object_homeless(void);                          // debug mode: the first that no loop knows; null: there is none
void async__object_settle(struct async_task *loose);                      // it is to be found
void async__object_unsettle(struct async_task *loose);                    // no more
void async__object_note_use(struct async_task *fresh);                    // of one that is noted: it is not reported
bool async__object_tell(struct async_task *fresh);                        // is it to be reported, as one that nobody uses? Once
void async__objects_forget(void);                                         // debug mode: those that are gone, and were kept
void async__object_drop_last(struct async_task *object);                  // its last reference has been given back
void async__object_discard(struct async_task *fresh);                     // releases a coroutine object that did not run
void async__object_unmake(struct async_task *fresh);                      // the same, but what its arguments own is the caller's
const char *async__array_place(void);                                     // debug mode: that async__note_array has told; null: none
void async__array_used(void *const *handles, size_t count, const char *where, int change);    // … there; as async__note_used

// task.c
extern const struct async__function async__function_asked;                // as async__function_ready: of one that was asked to stop
void async__task_run(struct async__waiter *);
void async__task_wake(struct async__waiter *);                            // the task whose waiter it is becomes ready
void async__task_unwind(struct async_task *, int reason);                 // the same, but unwinds
struct async__frame *async__task_end(struct async_task *, struct async__frame *op);    // resume of every primitive
void async__object_end(struct async_task *object, int status, int reason);      // wakes who waits for it
struct async__frame *async__unwound(struct async_task *, int reason);     // what a start returns to unwind

// cancel.c
bool async__asked_is_interrupted(const struct async_task *);              // of one that has one of the two flags
int async__reason(const struct async_task *);                             // why a task that was asked unwinds
int async__cancel(struct async_task *object);                             // 0 or -EALREADY
void async__cancel_all(struct async__loop *, struct async__fan *);         // everything that the fan gives
void async__ask(struct async_task *, int flags);                          // asks a task that has not ended
void async__interrupt(struct async_task *);                               // one that waits, and has to unwind

// provoke.c
void async__provoke(struct async__loop *, struct async_task *);           // a task's step is over: is it to be asked?

// The frame of an object that is not made a task: its end is the object's.
static inline struct async__frame *async__root_in_place(struct async_task *object)
{
    async__root(object)->pool = 0;
    async__root(object)->flags = ASYNC__FRAME_ROOT;
    return async__root(object);
}

// A coroutine object is used: debug mode does not report it.
static inline void async__object_used(struct async_task *fresh)
{
    if (__builtin_expect(fresh->op.flags & ASYNC__IS_NOTED, 0))
        async__object_note_use(fresh);
}

// Gives the block of one that has no flags back.
static inline void async__block_give(struct async_loop *loop, struct async_task *object)
{
    object->next_free = loop->block[object->op.pool];
    loop->block[object->op.pool] = object;
}

// Gives a reference back.
static inline void async__object_drop(struct async_task *object)
{
    if (--object->references > 0)
        return;
    if (__builtin_expect(async__is_plainly(object, ASYNC__DONE) && async__here, 1))
        async__block_give(async__here, object);
    else
        async__object_drop_last(object);
}

// A coroutine object of any kind becomes a task of this loop.
static inline void async__task_begin(struct async_task *object, struct async__loop *loop)
{
    if (__builtin_expect(object->op.flags != 0, 0)) {
        async__object_used(object);
        if (object->op.flags & ASYNC__IS_LOOSE)
            async__object_settle(object);
    }
    object->loop = &loop->base;
    async__task_adopt(object, &loop->base);
}

// How the loop runs a task that is ready, or is yielding. A task that runs is as it was then: its op always says how it would be run.
static inline void async__task_set_run(struct async_task *task)
{
    bool is_asked = task->op.flags & (ASYNC__IS_ASKED | ASYNC__IS_SCOPED);
    task->op.function = __builtin_expect(is_asked, 0) ? &async__function_asked : &async__function_ready;
}

// It goes on at the next turn.
static inline void async__task_ready(struct async_task *task)
{
    task->op.status = ASYNC__READY;
    async__task_set_run(task);
    async__ready_push(task->loop, &task->waiter);
}

// An operation did not wait. Was it one too many?
static inline bool async__takes_step(struct async_loop *loop)
{
#if defined __x86_64__
    bool is_over;              // compilers would not ask the flags that they have
    __asm__("dec{l %1| %1}" : "=@ccs"(is_over), "+m"(loop->steps));
    return __builtin_expect(is_over, 0);
#else
    return __builtin_expect(--loop->steps < 0, 0);
#endif
}

// The same: is a turn due for the others?
static inline bool async__takes_turn(struct async_task *task)
{
    return async__takes_step(task->loop) || __builtin_expect(async__options.hard, 0);
}

// Its flags say now, or say no more, that it is to stop.
static inline void async__task_flags_changed(struct async_task *task)
{
    if (task->op.function == &async__function_ready || task->op.function == &async__function_asked)
        async__task_set_run(task);
}

// What its wait gives it, where that is an int.
static inline void async__task_set_value(struct async_task *task, int value)
{
    __builtin_memcpy(task->value, &value, sizeof value);
}

// It unwinds when it goes on.
static inline void async__task_set_unwinding(struct async_task *task, int reason)
{
    task->op.awaiter->state = -task->op.awaiter->state;
    task->reason = reason;
}

// Runs a task until it waits or has ended; then it may be gone.
static inline void async__task_step(struct async__loop *loop, struct async_task *task)
{
    loop->current = task;
    loop->base.steps = ASYNC__STEPS_BEFORE_TURN;
    task->op.status = ASYNC__RUNNING;
    struct async__frame *frame = task->op.awaiter;
    frame = frame->function->resume(task, frame);      // most steps are one resumption
    if (!frame)
        return;
    do
        frame = frame->function->resume(task, frame);
    while ((uintptr_t)frame > 1);       // as a test of null like the first, clang would jump back to that one
}

// An operation that has to wait may not.
static inline bool async__is_interrupted(const struct async_task *task)
{
    return __builtin_expect(task->op.flags & (ASYNC__IS_ASKED | ASYNC__IS_SCOPED), 0) && async__asked_is_interrupted(task);
}

// scope.c
void async__scope_open(struct async_task *, struct async__scope *);
void async__scope_close(struct async_task *, struct async__scope *);
void async__scope_cancel(struct async__scope *);                          // what waits in it unwinds to it
bool async__scope_catches(struct async_task *, struct async__scope *, int reason);    // an open one; false: task->reason goes on
bool async__scopes_interrupt(const struct async_task *);                  // is one of them cancelled, and not masked?

// await.c
extern const struct async__function async__function_await;
void async__wait_for(struct async_task *object, struct async__waiter *, struct async__loop *);
void async__wait_no_more(struct async_task *object, struct async__waiter *);
bool async__await_break(struct async_task *);       // true if it was withdrawn, waited on all the same and unwinds now

// await.c, for all that can give a value without waiting: gives it at the next turn.
struct async__frame *async__value_next_turn(struct async_task *, const struct async__function *, int value);

// frame.c
int async__reserve_init(struct async__reserve *);   // 0 or -ENOMEM
void async__reserve_fini(struct async__reserve *);

#endif
