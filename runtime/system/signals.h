// system/signals.h: signals that loops have taken over.

#ifndef ASYNC_SYSTEM_SIGNALS_H
#define ASYNC_SYSTEM_SIGNALS_H

#include "async/abi.h"

struct async__loop;

// One signal that one loop has taken over.
struct async__signal {
    int number;
    _Bool has_come;                        // set by the handler, at any time
    _Bool is_kept;                         // it came when no task waited
    struct async__line line;               // the tasks that wait for it
    struct async__loop *loop;
    struct async__signal *next;            // of the same loop
    struct async__signal *next_taker;      // of the same number: for the handler
};

int async__signal_take(int number, struct async__signal **);    // for the running loop: 0, -EINVAL, -ENOMEM
void async__signals_collect(struct async__loop *);              // wakes who waits for what has come
_Bool async__signals_awaited(const struct async__loop *);       // does any task wait for one?
void async__signals_end(struct async__loop *);                  // the loop goes: signals are again what they were

#endif
