// semaphore.c: struct async_semaphore. A place that is given back is handed to the first that waits; only if there is none is it
// counted.

#include <async.h>

#include "core/park.h"
#include "base/list.h"

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

static void pass(struct async__line *line)
{
    async_semaphore_release(ASYNC__CONTAINER(line, struct async_semaphore, line));
}

void async_semaphore_release(struct async_semaphore *semaphore)
{
    if (!async__hand(&semaphore->line, pass))
        semaphore->value++;
}
