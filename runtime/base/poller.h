// base/poller.h: what the loop asks of the system, and every backend gives.
//
// A backend waits until a time has passed, a descriptor is ready or another thread has called in. Backends stand in
// poll/, one file each; the loop knows them by this table only.

#ifndef ASYNC_BASE_POLLER_H
#define ASYNC_BASE_POLLER_H

#include <stdint.h>

struct async__poller;

struct async__poller_ops {
    const char *name;
    struct async__poller *(*open)(int *error);                          // null: *error is a -errno
    void (*close)(struct async__poller *);
    int (*wait)(struct async__poller *, uint64_t nanoseconds);          // ASYNC__NEVER: without end; 0 or -errno
    void (*wake)(struct async__poller *);                               // ends a wait; from any thread
};

extern const struct async__poller_ops async__epoll;

#endif
