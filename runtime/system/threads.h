// system/threads.h: work that blocks, and is done on other threads.
//
// For those who write async C in the runtime: fill a job, await async__thread_run(), read its result.

#ifndef ASYNC_SYSTEM_THREADS_H
#define ASYNC_SYSTEM_THREADS_H

#include "async/abi.h"

struct async__loop;

// Lies with who waits for it, so that it needs no memory of its own.
struct async__job {
    long (*function)(void *argument);    // what the thread calls
    void *argument;
    long result;                         // once it has been awaited: what the function gave

    _Bool gives_up;                      // instead of unwinding its task is given -EINTR

    struct async_task *task;             // who waits for it
    struct async__waiter letter;         // in the queue of the pool, then in the mailbox of the task's loop
    _Bool is_queued;                     // no thread has taken it yet; under the pool's mutex
};

// Waits until a thread has done it: 0, or -errno if there can be no thread. A task that is asked to stop takes a job back that
// no thread has begun, and unwinds; one that has begun is waited for, and the request waits too.
async_fn(int) async__thread_run(struct async__job *);

void async__threads_drain(struct async__loop *);    // waits for what the loop can wait for no more
unsigned async__processors(void);                   // that this process may use; at least 1

#endif
