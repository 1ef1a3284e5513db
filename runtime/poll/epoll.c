// epoll.c: the backend on Linux's epoll.
//
// One epoll descriptor, and one eventfd in it through which other threads end a wait. The eventfd is registered
// edge-triggered: a wake adds to its counter, each addition is an edge, so nobody ever has to read it.
//
// Descriptors are registered edge-triggered as well, for as many events as were ever waited for: a socket whose peer reads would
// otherwise be told of each time, though nobody waits to write.
//
// Fills: async__epoll.

#define _GNU_SOURCE

#include "base/alloc.h"
#include "base/clock.h"
#include "base/poller.h"

#include <errno.h>
#include <stddef.h>
#include <sys/timerfd.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

// What the events of our own descriptors are told as: not as a descriptor's number.
// What is ready beyond that comes with the next call: the kernel has just looked at these sockets, and still has them in its cache
// when they are read from.
enum { MOST_EVENTS = 64, WAKE = -1, ALARM = -2 };

struct async__poller {
    struct async__loop *loop;
    int epfd;
    int wakefd;
    int timerfd[ASYNC__ALARMS];      // -1 until it is set
};

static int control(struct async__poller *p, int operation, int fd, unsigned events, int told_as)
{
    struct epoll_event event = { .events = events | EPOLLET, .data.fd = told_as };
    return epoll_ctl(p->epfd, operation, fd, &event) < 0 ? -errno : 0;
}

static struct async__poller *epoll_open(struct async__loop *loop, int *error)
{
    struct async__poller *p = async__alloc(sizeof *p);
    if (!p) {
        *error = -ENOMEM;
        return NULL;
    }
    p->loop = loop;
    for (int i = 0; i < ASYNC__ALARMS; i++)
        p->timerfd[i] = -1;
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
    *error = control(p, EPOLL_CTL_ADD, p->wakefd, EPOLLIN, WAKE);
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
    for (int i = 0; i < ASYNC__ALARMS; i++)
        if (p->timerfd[i] >= 0)
            close(p->timerfd[i]);
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

// Where there are a thousand connections, what is kept of each has to come from far away.
static void expect(struct async__poller *p, const struct epoll_event *events, int n, int i)
{
    if (i + 4 < n)
        async__fd_expect(p->loop, events[i + 4].data.fd);
    if (i + 2 < n)
        async__fd_expect_task(p->loop, events[i + 2].data.fd);
}

static int epoll_wait_events(struct async__poller *p, uint64_t nanoseconds)
{
    struct epoll_event events[MOST_EVENTS];
    int n = nanoseconds ? wait_fine(p, events, MOST_EVENTS, nanoseconds) : epoll_wait(p->epfd, events, MOST_EVENTS, 0);
    // A signal ends a wait early, as a wake does: the loop looks at its clock and comes back.
    if (n < 0)
        return errno == EINTR ? 0 : -errno;
    int told = 0;
    for (int i = 0; i < n; i++) {
        int fd = events[i].data.fd;
        expect(p, events, n, i);
        if (fd == ALARM - ASYNC__ALARM_OF_PERIOD)
            async__fds_period_ends(p->loop);
        if (fd < 0)
            continue;
        async__fd_ready(p->loop, fd, events[i].events);
        told++;
    }
    return told;
}

static void epoll_wake(struct async__poller *p)
{
    uint64_t one = 1;
    while (write(p->wakefd, &one, sizeof one) < 0 && errno == EINTR)
        ;
}

// ---- descriptors

// What may come beside the events of poll(2) has the same numbers there.
static unsigned registered(unsigned events)
{
    return events & EPOLLIN ? events | EPOLLRDHUP | EPOLLPRI : events;
}

// The other operation if this one says that the descriptor is, or is not, registered. 1 if it was not what it was taken for.
static int epoll_ask(struct async__poller *p, int fd, unsigned events, bool is_known)
{
    int error = control(p, is_known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, registered(events), fd);
    if (error != (is_known ? -ENOENT : -EEXIST))
        return error;
    error = control(p, is_known ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, fd, registered(events), fd);
    return error ? error : 1;
}

static int epoll_renew(struct async__poller *p, int fd, unsigned events)
{
    return epoll_ask(p, fd, events, true);
}

static void epoll_forget(struct async__poller *p, int fd)
{
    control(p, EPOLL_CTL_DEL, fd, 0, fd);
}

// ---- alarms. Nobody reads from a timerfd: to set it anew is enough for the next edge

static int open_timerfd(struct async__poller *p, int which)
{
    int fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (fd < 0)
        return -errno;
    int error = control(p, EPOLL_CTL_ADD, fd, EPOLLIN, ALARM - which);
    if (error < 0) {
        close(fd);
        return error;
    }
    p->timerfd[which] = fd;
    return 0;
}

// The alarm that the loop will need soon is opened here: later, somebody else may hope for the one descriptor that is left.
static int epoll_watch(struct async__poller *p, int fd, unsigned events, unsigned before)
{
    if (p->timerfd[ASYNC__ALARM_OF_PERIOD] < 0)
        open_timerfd(p, ASYNC__ALARM_OF_PERIOD);
    return epoll_ask(p, fd, events, before);
}

static int epoll_alarm(struct async__poller *p, int which, uint64_t nanoseconds)
{
    int error = p->timerfd[which] < 0 ? open_timerfd(p, which) : 0;
    if (error < 0)
        return error;
    struct itimerspec when = { 0 };
    if (nanoseconds != ASYNC__NEVER) {
        when.it_value.tv_sec = (time_t)(nanoseconds / 1000000000);
        when.it_value.tv_nsec = (long)(nanoseconds % 1000000000) + (nanoseconds == 0);
    }
    return timerfd_settime(p->timerfd[which], 0, &when, NULL) < 0 ? -errno : 0;
}

// Whoever waits for it is woken by what is registered with it.
static int epoll_descriptor(struct async__poller *p)
{
    return p->epfd;
}

const struct async__poller_ops async__epoll = {
    .name = "epoll",
    .open = epoll_open,
    .close = epoll_close,
    .wait = epoll_wait_events,
    .wake = epoll_wake,
    .is_edge = true,
    .watch = epoll_watch,
    .forget = epoll_forget,
    .renew = epoll_renew,
    .descriptor = epoll_descriptor,
    .alarm = epoll_alarm,
};
