// barrier.c: struct async_barrier. The last one to come tells each of the others its number.

#include <async.h>

#include "core/park.h"

async int async_barrier_wait(struct async_barrier *barrier)
{
    if (barrier->line.count + 1 < barrier->parties)
        return await async__park(&barrier->line);
    int number = 0;
    while (async__unpark(&barrier->line, number))
        number++;
    await async__pause();
    return number;
}
