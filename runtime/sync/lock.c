// lock.c: struct async_lock. Whoever releases it gives it to the first that waits, so it stays locked in between.

#include <async.h>

#include "core/park.h"

async struct async_lock *async_lock_acquire(struct async_lock *lock)
{
    if (lock->is_locked) {
        await async__park(&lock->line);
    } else {
        lock->is_locked = true;
        await async__pause();
    }
    lock->line.holder = async_current_task();
    return lock;
}

void async_lock_release(struct async_lock *lock)
{
    lock->line.holder = NULL;
    if (!async__unpark(&lock->line, 0))
        lock->is_locked = false;
}

_Bool async_lock_locked(const struct async_lock *lock)
{
    return lock->is_locked;
}
