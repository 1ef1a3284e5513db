// core/loop.h: the loop as the runtime sees it, and what its files ask of each other.

#ifndef ASYNC_CORE_LOOP_H
#define ASYNC_CORE_LOOP_H

#include "async/abi.h"
#include "base/list.h"
#include "base/poller.h"
#include "core/timer.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Tasks in the order in which they were made.
struct async__task_list {
    struct async_task *first, **end;
};

// Frames of the last resort: taken one behind the other, given back when none is left in use.
struct async__reserve {
    unsigned char *memory;
    size_t used, frames;
};

// Some tasks that are all to be cancelled, taken one by one: see cancel.c.
struct async__fan {
    struct async__fan *next;
    struct async_task *(*take)(struct async__fan *);    // null: no more
};

// What other threads ask for.
struct async__mailbox {
    pthread_mutex_t mutex;
    struct async__waiter *first;     // a chain, under the mutex
    bool is_filled;                  // read without it; also set by SIGINT
};

struct async__name;
struct async__call;

struct async__loop {
    struct async_loop base;

    struct async__ring batch;        // what this turn still has to run
    struct async__ring ready;        // what the next turn will run
    struct async__timers timers;
    struct async__mailbox mailbox;

    struct async_task *current;      // the task that runs, until it ends; else null
    struct async_task *main;         // what async_run and its like run; null once it has ended
    struct async__task_list tasks;   // all that have not ended
    struct async__generator *generators;
    struct async__call *watches;            // calls.c: that wait for an end
    struct {
        struct async_task task;
        unsigned char frame[sizeof(struct async__frame) + 2 * sizeof(void *)];
    } closer;                        // generator.c: closes what is left open when the loop closes
    unsigned eager_depth;            // calls of async_start that are inside each other

    // What could wake an idle loop, apart from timers.
    unsigned held;                   // async_loop_hold
    unsigned promises;               // unresolved ones that somebody waits for

    struct async_task *next_request; // cancel.c
    struct async__fan *fans;
    bool is_delivering;

    bool is_running, is_stopping, is_closing;
    bool has_hurt;                   // some task got a frame of the reserve and has to unwind
    struct async__reserve reserve;

    bool is_virtual;                 // the clock
    uint64_t virtual_now;
    uint64_t offset;                 // of the real clock, so that it never goes back (modulo 2^64)

    bool is_shuffled;                // the order of ready tasks
    uint64_t random;

    const struct async__poller_ops *poll;
    struct async__poller *poller;

    struct async__name **names;      // name.c
    size_t name_count, name_capacity;
};

static inline struct async__loop *async__loop_of(const struct async_task *task)
{
    return (struct async__loop *)task->loop;
}

// What belongs to a thread.
struct async__thread {
    struct async__loop *running;             // the loop that runs on it
    struct async__loop *own;                 // what async_get_event_loop gives outside of a loop
    struct async__task_list unawaited;       // debug mode: coroutine objects that nobody has used
    struct async__task_list untaken;         // promises that were resolved before anyone asked for their future
    struct async_task *last;                 // the future whose value async_run has just given
};

extern _Thread_local struct async__thread async__thread;

static inline struct async__loop *async__loop_here(void)    // may be null
{
    return async__thread.running ? async__thread.running : async__thread.own;
}

// loop.c
struct async__loop *async__loop_new(void);                                   // null: no memory, no descriptors
struct async__loop *async__loop_get(void);                                   // the thread's; may be null
uint64_t async__loop_now(const struct async__loop *);
int async__loop_run(struct async__loop *, struct async_task *until);         // null: until stopped. 0, -EDEADLK, -errno
int async__loop_close(struct async__loop *);                                 // 0 or -EDEADLK

// report.c
void async__report_deadlock(struct async__loop *);
_Noreturn void async__report_consumed(const struct async_task *, const char *where, const char *consumed);
void async__report_unawaited(struct async__loop *);                          // null: of no loop

// promise.c
void async__promises_forget(struct async__loop *);                           // whose future nobody has asked for

// name.c
void async__names_forget(struct async_task *);
void async__names_fini(struct async__loop *);

#endif
