// condition.c: struct async_condition.

#include <async.h>

#include "core/park.h"

async void async_condition_wait(struct async_condition *condition, struct async_lock *lock)
{
    async_lock_release(lock);
    defer await async_lock_acquire(lock);      // also when it unwinds
    await async__park(&condition->line);
}

void async_condition_notify(struct async_condition *condition, __SIZE_TYPE__ count)
{
    while (count > 0 && async__unpark(&condition->line, 0))
        count--;
}

void async_condition_notify_all(struct async_condition *condition)
{
    while (async__unpark(&condition->line, 0))
        ;
}
