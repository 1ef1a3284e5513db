// epoll.c: the backend on Linux's epoll.
//
// One epoll descriptor, and one eventfd in it through which other threads end a wait. The eventfd is registered
// edge-triggered: a wake adds to its counter, each addition is an edge, so nobody ever has to read it.
//
// Fills: async__epoll.

#define _GNU_SOURCE

#include "base/alloc.h"
#include "base/clock.h"
#include "base/poller.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

struct async__poller {
    int epfd;
    int wakefd;
};

static int watch_wakefd(struct async__poller *p)
{
    struct epoll_event event = { .events = EPOLLIN | EPOLLET, .data.ptr = NULL };
    return epoll_ctl(p->epfd, EPOLL_CTL_ADD, p->wakefd, &event) < 0 ? -errno : 0;
}

static struct async__poller *epoll_open(int *error)
{
    struct async__poller *p = async__alloc(sizeof *p);
    if (!p) {
        *error = -ENOMEM;
        return NULL;
    }
    p->epfd = epoll_create1(EPOLL_CLOEXEC);
    if (p->epfd < 0) {
        *error = -errno;
        goto free_poller;
    }
    p->wakefd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (p->wakefd < 0) {
        *error = -errno;
        goto close_epoll;
    }
    *error = watch_wakefd(p);
    if (*error < 0)
        goto close_wake;
    return p;

close_wake:
    close(p->wakefd);
close_epoll:
    close(p->epfd);
free_poller:
    async__free(p);
    return NULL;
}

static void epoll_close(struct async__poller *p)
{
    close(p->wakefd);
    close(p->epfd);
    async__free(p);
}

// Waits in whole milliseconds, rounded up, where the kernel knows nothing finer.
static int wait_coarse(struct async__poller *p, struct epoll_event *events, int count, uint64_t nanoseconds)
{
    int timeout = -1;
    if (nanoseconds != ASYNC__NEVER) {
        uint64_t milliseconds = nanoseconds / 1000000 + (nanoseconds % 1000000 != 0);
        timeout = milliseconds < 1000000000 ? (int)milliseconds : 1000000000;
    }
    return epoll_wait(p->epfd, events, count, timeout);
}

static int wait_fine(struct async__poller *p, struct epoll_event *events, int count, uint64_t nanoseconds)
{
#if defined __GLIBC__ && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 35)
    static bool is_missing;
    if (!__atomic_load_n(&is_missing, __ATOMIC_RELAXED)) {
        struct timespec timeout = {
            .tv_sec = (time_t)(nanoseconds / 1000000000), .tv_nsec = (long)(nanoseconds % 1000000000)
        };
        int n = epoll_pwait2(p->epfd, events, count, nanoseconds == ASYNC__NEVER ? NULL : &timeout, NULL);
        if (n >= 0 || errno != ENOSYS)
            return n;
        __atomic_store_n(&is_missing, true, __ATOMIC_RELAXED);
    }
#endif
    return wait_coarse(p, events, count, nanoseconds);
}

static int epoll_wait_events(struct async__poller *p, uint64_t nanoseconds)
{
    struct epoll_event events[64];
    int n = wait_fine(p, events, 64, nanoseconds);
    // A signal ends a wait early, as a wake does: the loop looks at its clock and comes back.
    return n >= 0 || errno == EINTR ? 0 : -errno;
}

static void epoll_wake(struct async__poller *p)
{
    uint64_t one = 1;
    while (write(p->wakefd, &one, sizeof one) < 0 && errno == EINTR)
        ;
}

const struct async__poller_ops async__epoll = {
    .name = "epoll",
    .open = epoll_open,
    .close = epoll_close,
    .wait = epoll_wait_events,
    .wake = epoll_wake,
};
