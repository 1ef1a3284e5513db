// core/timer.h: what is to be woken at a time.
//
// Exact order of deadlines; equal deadlines in the order in which they were set. A waiter in here is in no list, so
// its prev says where it stands. The shape inside (a heap now) is nobody's business but timer.c's.

#ifndef ASYNC_CORE_TIMER_H
#define ASYNC_CORE_TIMER_H

#include "async/abi.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct async__timer_entry {
    uint64_t deadline;
    uint64_t number;                 // equal deadlines: the smaller one was set first
    struct async__waiter *waiter;
};

struct async__timers {
    struct async__timer_entry *entry;
    size_t count, capacity;
    uint64_t next_number;
};

int async__timers_add(struct async__timers *, struct async__waiter *, uint64_t deadline);    // 0 or -ENOMEM
void async__timers_remove(struct async__timers *, struct async__waiter *);
uint64_t async__timers_next(const struct async__timers *);          // the nearest deadline; ASYNC__NEVER: none
void async__timers_fire(struct async__timers *, uint64_t now);      // wakes all that were due when it was called
void async__timers_fini(struct async__timers *);

#endif
