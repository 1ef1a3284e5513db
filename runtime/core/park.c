// park.c: see park.h. The one wait that locks, queues and the rest of sync/ are made of.
//
// Only its start is here: nobody outside awaits it, and so it needs no coroutine object.

#include "core/call.h"
#include "core/task.h"

#include "core/park.h"

void async__line_join(struct async__line *line, struct async_task *task)
{
    async__chain_push(&line->first, &task->waiter);
    line->count++;
}

void async__line_leave(struct async__line *line, struct async_task *task)
{
    async__chain_remove(&line->first, &task->waiter);
    line->count--;
}

static void park_withdraw(struct async_task *task)
{
    async__line_leave(task->target, task);
    task->target = NULL;
    async__task_unwind(task, async__reason(task));
}

// Who holds a lock is whom the others wait for, if it is there still.
static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    const struct async__line *line = task->target;
    return index == 0 && async__is_among_tasks(async__loop_of(task), line->holder) ? line->holder : NULL;
}

static const struct async__function function_park = {
    .name = "async__park", .resume = async__task_end, .withdraw = park_withdraw, .awaits_for = awaits_for
};

struct async__int_result async__start_park(struct async_task *, struct async__line *) __asm__("async__park.start");
struct async__int_result async__start_park(struct async_task *task, struct async__line *line)
{
    if (async__is_interrupted(task))
        return (struct async__int_result){ async__unwound(task, async__reason(task)), 0 };
    struct async__frame *op = async__wait_in(task, &function_park);
    task->target = line;
    async__line_join(line, task);
    return (struct async__int_result){ op, 0 };
}

bool async__unpark(struct async__line *line, int value)
{
    struct async__waiter *w = async__chain_pop(&line->first);
    if (!w)
        return false;
    line->count--;
    struct async_task *task = async__task_of(w);
    task->target = NULL;
    async__task_set_value(task, value);
    async__task_ready(task);
    return true;
}

// ---- called up: what it waits for is its own only when it resumes

struct async_task *async__call_up(struct async__line *line, const struct async__function *turn)
{
    struct async__waiter *w = line->first;
    if (!w)
        return NULL;
    struct async_task *task = async__task_of(w);
    async__line_leave(line, task);
    async__task_ready(task);
    task->op.function = turn;
    return task;
}

void async__turn_gives(struct async_task *task, int value)
{
    task->target = NULL;
    async__task_set_value(task, value);
    async__task_set_run(task);
    async__task_run(&task->waiter);
}

void async__turn_unwinds(struct async_task *task)
{
    task->target = NULL;
    async__task_set_unwinding(task, async__reason(task));
    async__task_set_run(task);
    async__task_run(&task->waiter);
}

static void hand_turn(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    void (*pass)(struct async__line *) = (void (*)(struct async__line *))task->out;
    if (!async__is_interrupted(task)) {
        async__turn_gives(task, 0);
        return;
    }
    pass(task->target);
    async__turn_unwinds(task);
}

static const struct async__function by_hand_turn = { .wake = hand_turn, .name = "async__park", .resume = async__task_end };

bool async__hand(struct async__line *line, void (*pass)(struct async__line *))
{
    struct async_task *task = async__call_up(line, &by_hand_turn);
    if (task)
        task->out = (void *)pass;
    return task;
}

bool async__is_asked(void)
{
    const struct async_task *task = async_current_task();
    return task && task->op.flags & (ASYNC__IS_ASKED | ASYNC__IS_SCOPED);
}

static const struct async__function function_pause = { .name = "async__pause", .resume = async__task_end };

struct async__void_result async__start_pause(struct async_task *) __asm__("async__pause.start");
struct async__void_result async__start_pause(struct async_task *task)
{
    return (struct async__void_result){ async__takes_turn(task) ? async__value_next_turn(task, &function_pause, 0) : NULL };
}
