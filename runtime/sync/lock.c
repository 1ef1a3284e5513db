// lock.c: struct async_lock. Whoever releases it hands it to the first that waits, so it stays locked in between.

#include <async.h>

#include "core/park.h"
#include "base/list.h"

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

static void pass(struct async__line *line)
{
    async_lock_release(ASYNC__CONTAINER(line, struct async_lock, line));
}

void async_lock_release(struct async_lock *lock)
{
    lock->line.holder = NULL;
    if (!async__hand(&lock->line, pass))
        lock->is_locked = false;
}

_Bool async_lock_locked(const struct async_lock *lock)
{
    return lock->is_locked;
}
