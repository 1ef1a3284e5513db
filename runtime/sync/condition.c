// condition.c: struct async_condition.

#include <async.h>

#include "core/park.h"
#include "base/list.h"

async void async_condition_wait(struct async_condition *condition, struct async_lock *lock)
{
    async_lock_release(lock);
    defer await async_lock_acquire(lock);      // also when it unwinds
    await async__park(&condition->line);
}

// A notification of one who is asked to stop is another one's.
static void pass(struct async__line *line)
{
    async_condition_notify(ASYNC__CONTAINER(line, struct async_condition, line), 1);
}

void async_condition_notify(struct async_condition *condition, __SIZE_TYPE__ count)
{
    while (count > 0 && async__hand(&condition->line, pass))
        count--;
}

void async_condition_notify_all(struct async_condition *condition)
{
    while (async__unpark(&condition->line, 0))
        ;
}
