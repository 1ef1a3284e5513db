// group.c: tasks that end before the statement that has started them does.
//
//     async_group (g) S else T
//
// A child is a task and a record, whose waiter stands in the task's list. The first failure is kept; then the children are
// asked to stop, and the group's scope is cancelled, which takes S to its end. At its end the function waits here until the
// last child is gone (`join`), whatever happens: a request or a deadline from outside asks the children too, and the function
// unwinds when they have ended.
//
//     child fails ──> error, ask all children, cancel the scope ──> S unwinds ──> join ──> T
//     S unwinds for another reason ──> join asks all children ──> goes on unwinding
//
// Fills: async__group_… of the ABI.

#include "base/alloc.h"
#include "core/call.h"
#include "core/task.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct async__group_child {
    struct async__waiter waiter;          // in the list of task
    struct async__group_child *next, *prev;
    struct async_group *group;
    struct async_task *task;              // owned
    void *value;                          // where it is to go; null: nowhere
    size_t failure_size;                  // of an integer that is a failure if negative; 0: none is
};

_Static_assert(sizeof(struct async__fan) <= sizeof ((struct async_group *)0)->fan, "it lies in the group");

// ---- asking the children to stop

static struct async_task *take_child(struct async__fan *fan)
{
    struct async_group *g = ASYNC__CONTAINER((void *)fan, struct async_group, fan);
    struct async__group_child *child = g->next_asked;
    if (!child) {
        g->is_asking = false;
        return NULL;
    }
    g->next_asked = child->next;
    return child->task;
}

static void ask_children(struct async_group *g)
{
    struct async__fan *fan = (struct async__fan *)g->fan;
    if (!g->first)
        return;
    g->next_asked = g->first;
    if (g->is_asking)
        return;
    g->is_asking = true;
    fan->take = take_child;
    async__cancel_all(async__loop_of(g->scope.task), fan);
}

static void abort_children(struct async_group *g)
{
    g->is_aborting = true;
    ask_children(g);
}

static void fail(struct async_group *g, int error)
{
    if (g->error || g->is_closed)
        return;
    g->error = error;
    abort_children(g);
    async__scope_cancel(&g->scope);
}

// ---- the end of a child

static void unlink_child(struct async__group_child *child)
{
    struct async_group *g = child->group;
    if (g->next_asked == child)
        g->next_asked = child->next;
    *(child->prev ? &child->prev->next : &g->first) = child->next;
    *(child->next ? &child->next->prev : &g->last) = child->prev;
}

// The failure that the value is; 0: none.
static int failure_of(const struct async__group_child *child, struct async__value value)
{
    int small;
    long long large;
    if (child->failure_size == sizeof small) {
        memcpy(&small, value.place, sizeof small);
        return small < 0 ? small : 0;
    }
    if (child->failure_size != sizeof large)
        return 0;
    memcpy(&large, value.place, sizeof large);
    return large < INT32_MIN ? INT32_MIN : large < 0 ? (int)large : 0;
}

static int take_end(const struct async__group_child *child)
{
    struct async_task *task = child->task;
    if (task->op.status == ASYNC__CANCELLED)
        return task->reason == -ENOMEM ? -ENOMEM : 0;
    struct async__value value = async__value_of(task);
    if (child->value && value.size)
        memcpy(child->value, value.place, value.size);
    return failure_of(child, value);
}

static int result(struct async_group *g);

static void wake_waiters(struct async_group *g)
{
    struct async__waiter *w;
    if (g->first)
        return;
    while ((w = async__chain_pop(&g->waiters)))
        async__task_ready(async__task_of(w));
    if (g->joiner) {
        struct async_task *task = g->joiner;
        async__task_set_value(task, result(g));
        async__task_ready(task);
    }
}

static void child_ended(struct async__waiter *w)
{
    struct async__group_child *child = ASYNC__CONTAINER(w, struct async__group_child, waiter);
    struct async_group *g = child->group;
    int error = take_end(child);
    unlink_child(child);
    async__object_drop(child->task);
    async__free(child);
    if (error)
        fail(g, error);
    wake_waiters(g);
}

static const struct async__function by_child_ended = { .wake = child_ended };

// ---- what programs call

void async__group_open(struct async_task *task, struct async_group *g)
{
    memset(g, 0, sizeof *g);
    async__scope_open(task, &g->scope);
}

static void add_child(struct async_group *g, struct async__group_child *child)
{
    child->prev = g->last;
    child->next = NULL;
    *(g->last ? &g->last->next : &g->first) = child;
    g->last = child;
}

void async__spawn(struct async_group *g, void *future, size_t failure_size, void *value)
{
    if (g->is_closed) {
        fputs("asyncc: async_spawn in a group that has ended: nobody would wait for the child\n", stderr);
        abort();
    }
    struct async__group_child *child = future ? async__alloc(sizeof *child) : NULL;
    if (!child) {
        async__release(future);
        fail(g, -ENOMEM);
        return;
    }
    struct async_task *task = async__task_make(future);
    *child = (struct async__group_child){ { NULL, NULL, &by_child_ended }, NULL, NULL, g, task, value, failure_size };
    add_child(g, child);
    if (async__has_ended(task)) {
        child_ended(&child->waiter);
        return;
    }
    async__wait_for(task, &child->waiter, async__loop_of(g->scope.task));
    if (g->is_aborting)
        async__cancel(task);
}

int async_group_error(struct async_group *g)
{
    return g->error;
}

void async_group_fail(struct async_group *g, int error)
{
    if (error)
        fail(g, error);
}

void async_group_cancel(struct async_group *g)
{
    ask_children(g);
}

// ---- join

// All children have ended. 1 wins over any jump that was under way; a request or a deadline from outside over that.
static int result(struct async_group *g)
{
    struct async_task *task = g->scope.task;
    g->joiner = NULL;
    g->is_closed = true;
    if (g->exit < 0)
        return async__scope_catches(task, &g->scope, g->exit) ? 1 : task->reason;
    async__scope_close(task, &g->scope);
    if (g->is_interrupted && async__is_interrupted(task))
        return async__reason(task);
    return g->error ? 1 : 0;
}

static void join_withdraw(struct async_task *task)
{
    struct async_group *g = task->target;
    // Its own failure comes this way too: then the children have been asked.
    if (!g->is_aborting)
        g->is_interrupted = true;
    abort_children(g);
}

static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    const struct async__group_child *child = ((const struct async_group *)task->target)->first;
    for (; child && index > 0; index--)
        child = child->next;
    return child ? child->task : NULL;
}

static const struct async__function function_join = {
    .name = "async_group", .resume = async__task_end, .withdraw = join_withdraw, .awaits_for = awaits_for
};

struct async__int_result async__start_group_join(struct async_task *, struct async_group *, int exit)
    __asm__("async__group_join.start");
struct async__int_result async__start_group_join(struct async_task *task, struct async_group *g, int exit)
{
    g->exit = exit;
    if (exit < 0)
        abort_children(g);
    if (!g->first)
        return (struct async__int_result){ NULL, result(g) };
    struct async__frame *op = async__wait_in(task, &function_join);
    task->target = g;
    g->joiner = task;
    if (exit >= 0 && async__is_interrupted(task))
        join_withdraw(task);
    return (struct async__int_result){ op, 0 };
}

// ---- wait

static void wait_withdraw(struct async_task *task)
{
    struct async_group *g = task->target;
    async__chain_remove(&g->waiters, &task->waiter);
    async__task_unwind(task, async__reason(task));
}

static const struct async__function function_wait = {
    .name = "async_group_wait", .resume = async__task_end, .withdraw = wait_withdraw, .awaits_for = awaits_for
};

struct async__void_result async__start_group_wait(struct async_task *, struct async_group *) __asm__("async_group_wait.start");
struct async__void_result async__start_group_wait(struct async_task *task, struct async_group *g)
{
    if (!g->first && !async__takes_turn(task))
        return (struct async__void_result){ NULL };
    if (g->first && async__is_interrupted(task))
        return (struct async__void_result){ async__unwound(task, async__reason(task)) };
    struct async__frame *op = async__wait_in(task, &function_wait);
    task->target = g;
    if (g->first)
        async__chain_push(&g->waiters, &task->waiter);
    else
        async__task_ready(task);
    return (struct async__void_result){ op };
}

struct wait_frame {
    struct async__frame base;
    struct async_group *group;
};

static struct async__frame *resume_wait(struct async_task *task, struct async__frame *base)
{
    if (base->state != 0)
        return async__call_resumed(task, base);
    struct async__void_result r = async__start_group_wait(task, ((struct wait_frame *)base)->group);
    return async__call_started(task, base, r.suspended, NULL, 0);
}

static const struct async__function object_wait = {
    .name = "async_group_wait", .resume = resume_wait,
    .frame_size = sizeof(struct wait_frame), .frame_align = _Alignof(struct wait_frame), .result_align = 1
};

async_future(void) async_group_wait(struct async_group *g)
{
    struct async_task *object = async__object_new(&object_wait);
    if (object)
        ((struct wait_frame *)async__root(object))->group = g;
    return (void *)object;
}
