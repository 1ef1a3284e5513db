// scope.c: parts of a task that can be ended by themselves.
//
// The scopes that are open form a list, innermost first; each one notes how many cleanups ran when it was opened. What
// interrupts a task that has to wait, or waits already, is the outermost of these:
//
//     a request to the task      if no cleanup runs
//     a cancelled scope          if no cleanup has begun since it was opened
//
// The task unwinds for the reason ASYNC__INTERRUPTED then, through all scopes, and each one asks again when it is left: is
// there one farther out that wants it? Else, if this one is cancelled, the unwinding ends here.
//
// Fills: async__timeout_… of the ABI.

#include "base/clock.h"
#include "core/task.h"

#include <math.h>

// The innermost one that no cleanup masks.
static struct async__scope *first_unmasked(const struct async_task *task)
{
    struct async__scope *scope = task->scopes;
    return scope && scope->mask == async__masks(task) ? scope : NULL;
}

static struct async__scope *next_unmasked(const struct async__scope *scope)
{
    struct async__scope *outer = scope->outer;
    return outer && outer->mask == scope->mask ? outer : NULL;
}

bool async__scopes_interrupt(const struct async_task *task)
{
    for (struct async__scope *scope = first_unmasked(task); scope; scope = next_unmasked(scope))
        if (scope->is_cancelled)
            return true;
    return false;
}

void async__scope_open(struct async_task *task, struct async__scope *scope)
{
    scope->outer = task->scopes;
    scope->task = task;
    scope->mask = async__masks(task);
    scope->is_cancelled = false;
    scope->has_deadline = false;
    task->scopes = scope;
}

void async__scope_close(struct async_task *task, struct async__scope *scope)
{
    task->scopes = scope->outer;
    if (!scope->is_cancelled)
        return;
    for (struct async__scope *outer = scope->outer; outer; outer = outer->outer)
        if (outer->is_cancelled)
            return;
    task->op.flags &= ~ASYNC__IS_SCOPED;
    async__task_flags_changed(task);
}

void async__scope_cancel(struct async__scope *scope)
{
    struct async_task *task = scope->task;
    if (scope->is_cancelled)
        return;
    scope->is_cancelled = true;
    task->op.flags |= ASYNC__IS_SCOPED;
    async__task_flags_changed(task);
    if (scope->mask == async__masks(task))
        async__interrupt(task);
}

bool async__scope_catches(struct async_task *task, struct async__scope *scope, int reason)
{
    bool is_mine = scope->is_cancelled && reason == ASYNC__INTERRUPTED;
    async__scope_close(task, scope);
    task->reason = reason;
    if (reason == ASYNC__INTERRUPTED && async__is_interrupted(task)) {
        task->reason = async__reason(task);
        return false;
    }
    return is_mine;
}

// ---- deadlines

static void time_is_up(struct async__waiter *w)
{
    struct async__timeout *t = ASYNC__CONTAINER(w, struct async__timeout, timer.waiter);
    w->function = NULL;
    async__scope_cancel(&t->scope);
}

static const struct async__function by_time_is_up = { .wake = time_is_up };

// A timer that runs has a function.
static void start_timer(struct async_task *task, struct async__timeout *t, uint64_t now, uint64_t deadline)
{
    async__scope_open(task, &t->scope);
    t->scope.has_deadline = true;
    t->timer.deadline = deadline;
    t->timer.waiter.function = NULL;
    if (deadline <= now) {
        async__scope_cancel(&t->scope);
    } else if (deadline != ASYNC__NEVER) {
        t->timer.waiter.function = &by_time_is_up;
        async__loop_add_timer(async__loop_of(task), &t->timer, deadline);
    }
}

void async__timeout_open(struct async_task *task, struct async__timeout *t, double seconds)
{
    uint64_t now = async__loop_now(async__loop_of(task));
    start_timer(task, t, now, async__later(now, async__nanoseconds(seconds)));
}

void async__timeout_open_at(struct async_task *task, struct async__timeout *t, double when)
{
    start_timer(task, t, async__loop_now(async__loop_of(task)), async__nanoseconds(when));
}

static void stop_timer(struct async__timeout *t)
{
    if (t->timer.waiter.function)
        async__timer_remove(&t->timer);
}

void async__timeout_close(struct async_task *task, struct async__timeout *t)
{
    stop_timer(t);
    async__scope_close(task, &t->scope);
}

_Bool async__timeout_catches(struct async_task *task, struct async__timeout *t, int32_t reason)
{
    stop_timer(t);
    return async__scope_catches(task, &t->scope, reason);
}

static uint64_t deadline_of(const struct async__scope *scope)
{
    return ASYNC__CONTAINER(scope, struct async__timeout, scope)->timer.deadline;
}

double async_deadline(void)
{
    uint64_t nearest = ASYNC__NEVER;
    const struct async_task *task = async_current_task();
    for (struct async__scope *scope = task ? first_unmasked(task) : NULL; scope; scope = next_unmasked(scope))
        if (scope->has_deadline && deadline_of(scope) < nearest)
            nearest = deadline_of(scope);
    return nearest == ASYNC__NEVER ? (double)INFINITY : (double)nearest / 1e9;
}
