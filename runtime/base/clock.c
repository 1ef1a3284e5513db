// clock.c: the only clock, and the only place where seconds become nanoseconds.

#define _GNU_SOURCE

#include "base/clock.h"

#include <time.h>

uint64_t async__clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint64_t async__nanoseconds(double seconds)
{
    if (!(seconds > 0))    // also what is not a number
        return 0;
    if (seconds >= 9.2e9)
        return ASYNC__NEVER;
    // Rounded up to one: a time that is still to come has not come yet.
    uint64_t nanoseconds = (uint64_t)(seconds * 1e9 + 0.5);
    return nanoseconds ? nanoseconds : 1;
}

uint64_t async__later(uint64_t now, uint64_t duration)
{
    return duration < ASYNC__NEVER - now ? now + duration : ASYNC__NEVER;
}
