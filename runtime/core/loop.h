// core/loop.h: the loop as the runtime sees it, and what its files ask of each other.

#ifndef ASYNC_CORE_LOOP_H
#define ASYNC_CORE_LOOP_H

#include "async/abi.h"
#include "base/list.h"
#include "base/poller.h"
#include "core/pool.h"
#include "core/timer.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

// What other threads have sent.
struct async__mailbox {
    pthread_mutex_t mutex;
    struct async__waiter *first;     // a chain, under the mutex
};

// Descriptors that tasks wait for: see fd.c.
struct async__fd;
struct async__fds {
    struct async__fd *table;         // by number
    unsigned count;
    unsigned waiting;                // tasks
    int unverified, last_unverified; // the numbers of the first and the last of them plus 1; 0: there is none
    unsigned period_length;          // nanoseconds; 0: there was none yet
    unsigned char period;
    bool has_alarm;                  // for its end
    unsigned char patience, skip;    // wait.c: turns between two looks at the poller, and those still to come
};

// A loop that is turned by another one: inside.c.
enum { ASYNC__WAITS, ASYNC__LOOKS, ASYNC__HAS_LOOKED };     // loop->waits

struct async__name;
struct async__call;
struct async__signal;

struct async__loop {
    struct async_loop base;

    struct async__waiter *next;      // the first of the ready queue; base.ready_last is its last
    struct async__waiter turn;       // stands in it where the turn ends
    struct async__mailbox mailbox;

    struct async_task *current;      // the task that runs, until it ends; else null
    struct async_task *main;         // what async_run and its like run; null once it has ended
    struct async__generator *generators;
    struct async__call *watches;            // calls.c: that wait for an end
    struct {
        struct async_task task;
        unsigned char frame[sizeof(struct async__frame) + 2 * sizeof(void *)];
    } closer;                        // generator.c: closes what is left open when the loop closes
    uint32_t asked;                  // when it closes: so many of the tasks made have been asked to stop
    unsigned eager_depth;            // calls of async_start that are inside each other

    // What could wake an idle loop, apart from timers.
    unsigned held;                   // async_loop_hold
    unsigned promises;               // unresolved ones that somebody waits for
    unsigned jobs;                   // that threads have, or will get: system/threads.c
    struct async__signal *signals;   // that it has taken over: system/signals.c

    struct async_task *next_request; // cancel.c
    struct async__fan *fans;
    bool is_delivering;

    bool is_running;
    bool is_last;                    // the process ends with it: its memory need not be given back
    unsigned char events;            // ASYNC__EVENT_…: what the end of a turn has to look at; the mail may come at any time
    struct async__waiter relief;     // runs when a task has got a frame of the reserve, as soon as its step is over
    bool needs_relief;
    struct async__reserve reserve;

    bool is_virtual;                 // the clock
    uint64_t virtual_now;
    uint64_t offset;                 // of the real clock, so that it never goes back (modulo 2^64)

    uint64_t random;                 // where the order of ready tasks is drawn from

    const struct async__poller_ops *poll;
    struct async__poller *poller;
    struct async__fds fds;
    unsigned char waits;             // ASYNC__LOOKS: in this turn it does not wait, but looks once
    bool is_inside;                  // async_loop_fd was asked for
    uint64_t alarm;                  // then: when the descriptor will be readable by itself, or was

    struct async__name **names;      // name.c
    size_t name_count, name_capacity;

    struct async__timers timers;     // the last: large, and not to be touched before it is used
};

// loop->events
enum {
    ASYNC__EVENT_MAIL = 1,           // other threads have sent something, or a signal has come
    ASYNC__EVENT_TIMER = 2,          // there are timers
    ASYNC__EVENT_STOP = 4,           // async_loop_stop
    ASYNC__EVENT_CLOSE = 8,          // the loop runs down
    ASYNC__EVENT_SHUFFLE = 16,       // ready tasks are taken in a random order
    ASYNC__EVENT_DESCRIPTORS = 32,   // tasks wait for descriptors
};

static inline bool async__has_event(const struct async__loop *loop, int events)
{
    return __atomic_load_n(&loop->events, __ATOMIC_ACQUIRE) & events;
}

static inline void async__add_event(struct async__loop *loop, int event)
{
    if (!async__has_event(loop, event))
        __atomic_fetch_or(&loop->events, (unsigned char)event, __ATOMIC_SEQ_CST);
}

static inline void async__remove_event(struct async__loop *loop, int event)
{
    if (async__has_event(loop, event))
        __atomic_fetch_and(&loop->events, (unsigned char)~event, __ATOMIC_SEQ_CST);
}

static inline struct async__loop *async__loop_of(const struct async_task *task)
{
    return (struct async__loop *)task->loop;
}

// Wakes it at that time of the loop.
static inline void async__loop_add_timer(struct async__loop *loop, struct async__timer *timer, uint64_t deadline)
{
    async__add_event(loop, ASYNC__EVENT_TIMER);
    async__timers_add(&loop->timers, timer, deadline);
}

static inline bool async__has_ready(const struct async__loop *loop)    // between two turns
{
    return loop->next != &loop->turn || loop->base.ready_last != &loop->turn;
}

// What belongs to a thread.
struct async__thread {
    struct async__pools pools;
    struct async__loop *running;             // the loop that runs on it
    struct async__loop *own;                 // what async_get_event_loop gives outside of a loop
    struct async__loose_list {
        struct async__loose *first, *last;
    } loose;                                 // objects: object.c
    size_t untaken;                          // promises that were resolved before anyone asked for their future
    struct async_task *last;                 // the future whose value async_run has just given
};

extern _Thread_local struct async__thread async__thread;

static inline struct async__loop *async__loop_here(void)    // may be null
{
    return (struct async__loop *)async__here;
}

static inline void async__set_loops(struct async__loop *running, struct async__loop *own)
{
    async__thread.running = running;
    async__thread.own = own;
    async__here = (struct async_loop *)(running ? running : own);
}

// loop.c
struct async__loop *async__loop_new(void);                                   // null: no memory, no descriptors
struct async__loop *async__loop_get(void);                                   // the thread's; may be null
void async__loop_relieve(struct async__loop *);                              // some task is hurt
void async__ready_push_front(struct async__loop *, struct async__waiter *);  // runs before all others; only in a turn
void async__ready_remove(struct async__loop *, struct async__waiter *);      // one that is in the queue
uint64_t async__loop_now(const struct async__loop *);
int async__loop_run(struct async__loop *, struct async_task *until);         // null: until stopped. 0, -EDEADLK, -errno
int async__loop_close(struct async__loop *);                                 // 0 or -EDEADLK
int async__loop_turn(struct async__loop *);                                  // 0 or -errno

// wait.c
int async__loop_wait(struct async__loop *);      // until something may be ready. 0; -EDEADLK: nothing ever will be; -errno
int async__loop_look(struct async__loop *);      // while something is. 0 or -errno

// run.c: runs a future on a loop of this thread until it has ended and closes the loop. In between it calls ended(argument): what
// has been sent by then arrives, and the future is still there. Returns 0 and the value, or why there is none. Consumes the future.
int async__run_alone(struct async__loop *, void *future, void *value, void (*ended)(void *), void *argument);

// calls.c
void async__calls_collect(struct async__loop *);                             // takes in what other threads have sent
void async__loop_send(struct async__loop *, struct async__waiter *letter);   // from any thread: the loop calls its wake

// all.c: tasks that have not ended.
bool async__has_tasks(const struct async__loop *);
bool async__is_among_tasks(const struct async__loop *, const void *task);    // which may be no task, and nothing any more
unsigned async__task_number(const struct async__loop *, const struct async_task *);    // its place among them: 1, 2, …
struct async__task_list {
    const struct async__loop *loop;
    struct async_task **tasks;       // null: there is no memory
    size_t count, given;
    struct async_task *last;
};
struct async__task_list async__tasks_list(const struct async__loop *);    // in the order in which they were made
struct async_task *async__tasks_next(struct async__task_list *);             // null: no more
void async__tasks_forget(struct async__task_list *);                         // one that has not come to its end
void async__tasks_abandon(struct async__loop *);                             // that it leaves behind: another loop may lie where it lay

// report.c
void async__report_deadlock(struct async__loop *);
_Noreturn void async__report_consumed(const struct async_task *, const char *where, const char *consumed);
_Noreturn void async__report_closed(const char *where, const char *closed);        // of a generator; closed: null: unknown
void async__report_unawaited(struct async__loop *);                          // null: of no loop

// promise.c
void async__promises_forget(struct async__loop *);                           // whose future nobody has asked for

// name.c
void async__names_forget(struct async_task *);
void async__names_fini(struct async__loop *);

#endif
