// core/timer.h: what is to be woken at a time.
//
// Exact order of deadlines; equal deadlines in the order in which they were set. A timer is its owner's memory and nothing is
// needed beside it, so setting one cannot fail. How they are kept is nobody's business but timer.c's.

#ifndef ASYNC_CORE_TIMER_H
#define ASYNC_CORE_TIMER_H

#include "async/abi.h"

#include <stdint.h>

enum {
    ASYNC__TIMER_BITS = 8,                          // of a digit of a deadline
    ASYNC__TIMER_DIGITS = 1 << ASYNC__TIMER_BITS,
    ASYNC__TIMER_SLOTS = 64 / ASYNC__TIMER_BITS * ASYNC__TIMER_DIGITS,
    ASYNC__TIMER_WIDE = 2 * ASYNC__TIMER_DIGITS,    // the first of the wide slots: of 65 µs, of 17 ms, and of 4 s
    ASYNC__TIMER_WIDE_SLOTS = 3 * ASYNC__TIMER_DIGITS,
    ASYNC__TIMER_LISTS_LOG = 3,                     // they have eight lists beside that which all have
    ASYNC__TIMER_LISTS = 1 << ASYNC__TIMER_LISTS_LOG,
};

// A list is a ring of waiters with its head in it. What belongs to a slot is set up when it is used first; that of most slots never
// is, and their memory stays untouched.
struct async__timers {
    uint64_t base;                                  // ASYNC__NEVER while timers fire
    struct async__waiter late;                      // a list: deadlines up to base
    uint32_t words;                                 // a bit for each word of used that has one
    uint64_t used[ASYNC__TIMER_SLOTS / 64];         // a bit for each slot that may have timers
    uint64_t mixed[ASYNC__TIMER_SLOTS / 64];        // of these: a bit for each whose timers were not set in the order of their deadlines
    uint64_t nearest[ASYNC__TIMER_SLOTS];           // no deadline in the slot is before that
    struct async__waiter list[ASYNC__TIMER_SLOTS];
    struct async__waiter wide[ASYNC__TIMER_WIDE_SLOTS][ASYNC__TIMER_LISTS];
};

void async__timers_init(struct async__timers *, uint64_t now);
void async__timers_add(struct async__timers *, struct async__timer *, uint64_t deadline);
// The nearest deadline; ASYNC__NEVER: none will come. It may be that of a timer that has been taken back, and so too early, but
// not once more when timers have fired at that time.
uint64_t async__timers_next(struct async__timers *);
void async__timers_fire(struct async__timers *, uint64_t now);      // wakes all that were due when it was called
struct async__timer *async__timers_take(struct async__timers *);    // takes any one back; null: there is none

// Takes it back, wherever it is.
static inline void async__timer_remove(struct async__timer *timer)
{
    timer->waiter.prev->next = timer->waiter.next;
    timer->waiter.next->prev = timer->waiter.prev;
}

#endif
