// core/pool.h: the memory of the loops' pools.

#ifndef ASYNC_CORE_POOL_H
#define ASYNC_CORE_POOL_H

#include "async/abi.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct async__chunk;

// Of a thread: its loops come and go, and what they leave may outlive them.
struct async__pools {
    struct async_loop rest;                      // no loop, but the pools of what is free while there is none
    struct async__chunk *chunks;                 // the first is the one that is being cut
    size_t chunk_count;
    uint64_t trim_time;                          // the loop is not trimmed before
};

bool async__pool_fill(struct async_loop *, uint16_t pool);      // false: no memory
void async__pools_enter(struct async_loop *);                   // a new loop: takes what is free
void async__pools_leave(struct async_loop *, bool trims);       // gives it back; trims: the system too gets what is free as a whole
// The loop has nothing to do: gives much memory back, once a second. Returns when to come again if nothing happens meanwhile.
uint64_t async__pools_idle(struct async_loop *, uint64_t now);

#endif
