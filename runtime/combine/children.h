// combine/children.h: several futures that somebody waits for at once.

#ifndef ASYNC_COMBINE_CHILDREN_H
#define ASYNC_COMBINE_CHILDREN_H

#include "core/task.h"

#include <stdarg.h>

struct async__children;

struct async__child {
    struct async__waiter waiter;          // in the list of object until that has ended; then free for the owner
    struct async__children *family;
    struct async_task *object;            // owned; null: there was no memory for it
};

struct async__children {
    struct async__fan fan;
    struct async__child *child;
    size_t count;
    size_t remaining;                     // those that have not ended
    size_t next_asked;                    // the first that the fan has not given yet
    bool is_asked;
    void (*ended)(struct async__child *); // called for each one, at its end
};

// `child` has room for `count`. Takes the handles over; nothing is made a task yet.
void async__children_init(struct async__children *, struct async__child *child, void *const *handles, size_t count,
                          void (*ended)(struct async__child *));
void async__children_make(struct async__children *);                             // makes all of them tasks, in order
void async__children_watch(struct async__children *, struct async__loop *);      // calls `ended` for each from now on
void async__children_cancel(struct async__children *, struct async__loop *);     // asks all to stop
void async__children_release(struct async__children *);                          // gives the handles back
void async__children_discard_fresh(struct async__children *);                    // those that never became tasks never run
void async__children_give_up(struct async__children *);                          // nobody will wait: asks tasks to stop, releases all

const struct async_task *async__children_awaited(const struct async__children *, size_t index);    // of those that have not ended

// A coroutine object whose frame of `size` bytes has `count` children behind it; null: no memory. Sets function->frame_size.
struct async_task *async__children_object(struct async__function *function, size_t size, size_t count);
void async__handles_give_up(void *const *handles, size_t count);                 // of children that there was no memory for
void async__handles_collect(void **handles, size_t count, va_list arguments);
int async__child_reason(const struct async__child *);                            // of an ended one: 0, or why cancelled

#endif
