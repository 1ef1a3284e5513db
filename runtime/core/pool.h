// core/pool.h: the memory of frames and of objects.

#ifndef ASYNC_CORE_POOL_H
#define ASYNC_CORE_POOL_H

#include "async/abi.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct async__chunk;

struct async__chunks {
    struct async__chunk *first;                  // it is the one that is being cut
    size_t count;
};

// Of a thread: its loops come and go, and what they leave may outlive them.
struct async__pools {
    struct async_loop rest;                      // no loop, but what is free while there is none
    struct async__chunks frames, objects;
    uint64_t trim_time;                          // the loop is not trimmed before
};

struct async__frame *async__pool_get(struct async_loop *, uint8_t pool);      // null: no memory
struct async_task *async__block_get(struct async_loop *, uint8_t number);     // the same
void async__pools_enter(struct async_loop *);                   // a new loop: takes what is free
void async__pools_leave(struct async_loop *, bool trims);       // gives it back; trims: the system too gets what is free as a whole
// The loop has nothing to do: gives much memory back, once a second. Returns when to come again if nothing happens meanwhile.
uint64_t async__pools_idle(struct async_loop *, uint64_t now);
// All blocks of the thread's chunks, be there an object in them or not; null: the first; no more.
struct async_task *async__block_after(const struct async_task *block);

#endif
