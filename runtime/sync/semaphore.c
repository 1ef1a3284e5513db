// semaphore.c: struct async_semaphore. A place that is given back goes to the first that waits; only if there is none is it
// counted.

#include <async.h>

#include "core/park.h"

async struct async_semaphore *async_semaphore_acquire(struct async_semaphore *semaphore)
{
    if (semaphore->value == 0) {
        await async__park(&semaphore->line);
    } else {
        semaphore->value--;
        await async__pause();
    }
    return semaphore;
}

void async_semaphore_release(struct async_semaphore *semaphore)
{
    if (!async__unpark(&semaphore->line, 0))
        semaphore->value++;
}
