// base/poller.h: what the loop asks of the system, and every backend gives.
//
// A backend waits until a time has passed, a descriptor is ready or another thread has called in. Backends stand in
// poll/, one file each; the loop knows them by this table only.
//
// Events are those of poll(2). A backend tells the loop of those that it was asked for, and of POLLERR, POLLHUP, POLLNVAL,
// POLLRDHUP and POLLPRI as it finds them, by async__fd_ready(). It may tell too much: whoever is woken tries, and waits again.

#ifndef ASYNC_BASE_POLLER_H
#define ASYNC_BASE_POLLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct async__loop;
struct async__poller;

struct async__poller_ops {
    const char *name;
    struct async__poller *(*open)(struct async__loop *, int *error);    // null: *error is a -errno
    void (*close)(struct async__poller *);
    // ASYNC__NEVER: without end. How many events were told of (0: none, or a wake, or a signal), or -errno.
    int (*wait)(struct async__poller *, uint64_t nanoseconds);
    void (*wake)(struct async__poller *);                               // ends a wait; from any thread and any signal handler

    // Edges: an event is told of when it comes, once. Else for as long as it lasts: one asks for what somebody waits for.
    bool is_edge;
    // Asks for these events of a descriptor instead of those (0: nothing yet). 0 or -errno; to ask for less cannot fail.
    int (*watch)(struct async__poller *, int fd, unsigned events, unsigned before);
    void (*forget)(struct async__poller *, int fd);                     // the number will be that of another descriptor
    // Edges only: asks once more, and is told of what is ready now. 0; 1 if it is another descriptor than the one asked for
    // before; -errno.
    int (*renew)(struct async__poller *, int fd, unsigned events);

    // A wait ends, and the descriptor is readable, after that time (ASYNC__NEVER: never). That of periods is for edges only, that of
    // timers for those that have a descriptor. 0 or -errno.
    int (*alarm)(struct async__poller *, int which, uint64_t nanoseconds);
    // For a loop inside of another one; null: it cannot be. What is readable when a wait would find something; -errno.
    int (*descriptor)(struct async__poller *);
};

enum { ASYNC__ALARM_OF_TIMERS, ASYNC__ALARM_OF_PERIOD, ASYNC__ALARMS };

// A backend of a library of its own uses these of the runtime that has loaded it, and nothing else: that may be part of the program.
struct async__poller_host {
    void *(*alloc)(size_t size);
    void (*free)(void *);
    void (*fd_ready)(struct async__loop *, int fd, unsigned events);
};
typedef const struct async__poller_ops *async__poller_plugin(const struct async__poller_host *);

// The backend that ASYNC_BACKEND names, or else the first that can be had. Null: *error is a -errno.
struct async__poller *async__poller_open(struct async__loop *, const struct async__poller_ops **, int *error);

extern const struct async__poller_ops async__epoll, async__poll;

// core/fd.c
void async__fd_ready(struct async__loop *, int fd, unsigned events);
// It is going to be told of soon: the processor may fetch its entry; then, when that is there, who waits for it.
void async__fd_expect(struct async__loop *, int fd);
void async__fd_expect_task(struct async__loop *, int fd);
void async__fds_period_ends(struct async__loop *);         // the alarm of that name has gone off

#endif
