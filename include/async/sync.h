// async/sync.h: what tasks of one loop wait for each other with. Part of <async.h>.
//
//     struct async_lock lock = ASYNC_LOCK_INIT;
//     async_with (auto held = async_lock_acquire(&lock)) { … }
//
// Memory     each one is the program's: a global, a member, a local. None has to be destroyed. It must not move or go while a
//            task waits for it
// Order      whoever waits longest comes first, and what it waited for is given to it: nobody who comes later takes it away
// Stopping   a task that is asked to stop while it waits leaves the line. What it has been given is its own when it resumes: if it is
//            asked before that, it goes to the next one
// Threads    all of them belong to one loop and its thread

#ifndef ASYNC_SYNC_H
#define ASYNC_SYNC_H

// Tasks that wait, in order.
struct async__line {
    struct async__waiter *first;
    __SIZE_TYPE__ count;
    const struct async_task *holder;           // who has what they wait for, as far as anybody knows; for reports
};

// ---- lock: one task at a time

struct async_lock {
    _Bool is_locked;
    struct async__line line;
};
#define ASYNC_LOCK_INIT { .is_locked = 0 }

// Gives the lock that it was given, so that async_with can hold it.
async_fn(struct async_lock *) async_lock_acquire(struct async_lock *);
void async_lock_release(struct async_lock *);            // by any task; of a lock that nobody has: nothing happens
_Bool async_lock_locked(const struct async_lock *);
async__exit(async__exit_of_lock, struct async_lock *, async_lock_release);

// ---- event: something has happened

struct async_event {
    _Bool is_set;
    struct async__line line;
};
#define ASYNC_EVENT_INIT { .is_set = 0 }

async_fn(void) async_event_wait(struct async_event *);   // goes on at once if it is set
void async_event_set(struct async_event *);              // wakes all that wait
void async_event_clear(struct async_event *);
_Bool async_event_is_set(const struct async_event *);

// ---- semaphore: so many tasks at a time

struct async_semaphore {
    __SIZE_TYPE__ value;                       // how many may still come in
    struct async__line line;
};
#define ASYNC_SEMAPHORE_INIT(count) { .value = (count) }

// Gives the semaphore that it was given, so that async_with can hold it.
async_fn(struct async_semaphore *) async_semaphore_acquire(struct async_semaphore *);
void async_semaphore_release(struct async_semaphore *);
async__exit(async__exit_of_semaphore, struct async_semaphore *, async_semaphore_release);

// ---- condition: something that a lock protects has changed

struct async_condition {
    struct async__line line;
};
#define ASYNC_CONDITION_INIT { .line = { 0 } }

// The lock is held by the caller. It is released while the task waits, and held again when the call returns or unwinds.
async_fn(void) async_condition_wait(struct async_condition *, struct async_lock *);
void async_condition_notify(struct async_condition *, __SIZE_TYPE__ count);     // wakes the first `count` that wait
void async_condition_notify_all(struct async_condition *);

// ---- barrier: all or nobody

struct async_barrier {
    __SIZE_TYPE__ parties;                     // how many wait for each other
    struct async__line line;
};
#define ASYNC_BARRIER_INIT(count) { .parties = (count) }

// Waits until as many have come as belong together. Each of them gets another number: 0 for who came first, and so on. Then the
// barrier is as new.
async_fn(int) async_barrier_wait(struct async_barrier *);

#endif
