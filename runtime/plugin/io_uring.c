// io_uring.c: the backend on Linux's io_uring, through liburing. A library of its own, which poll/choose.c loads when it is asked
// for, so that the runtime itself needs none.
//
// Each descriptor that somebody waits for has one poll request in the ring, good for one event. It is asked for anew as long as
// somebody waits, without a system call of its own: requests go to the kernel with the next wait. When nobody waits there is none,
// for a request keeps its file open after everybody has closed it.
//
//     asked ──watch──> armed ──event──> told ──still asked──> armed
//
// A request is known by its descriptor's number and how often that was armed; what comes for an earlier time is too late.

#define _GNU_SOURCE

#include "base/clock.h"
#include "base/poller.h"

#include <errno.h>
#include <liburing.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { ENTRIES = 512, MOST_EVENTS = 256, SOME_DESCRIPTORS = 64 };

// What requests of our own are known by: not by a descriptor's number.
static const uint64_t WAKE = 1ull << 63, ALARM = WAKE + 1, IGNORED = WAKE + 2;

struct descriptor {
    unsigned asked;
    uint32_t time;                   // how often it was armed
    bool is_armed;
};

struct async__poller {
    struct async__loop *loop;
    struct io_uring ring;
    struct descriptor *table;        // by number
    int count;
    int wakefd, timerfd;             // timerfd: -1 until there is an alarm
    bool is_wake_armed, is_alarm_armed;
};

static const struct async__poller_host *host;

// ---- requests

static uint64_t name_of(const struct async__poller *p, int fd)
{
    return (uint64_t)(p->table[fd].time & 0x7fffffff) << 32 | (uint32_t)fd;
}

// A free place for a request; those before it go to the kernel if there is none. Null: not even then.
static struct io_uring_sqe *take_request(struct async__poller *p)
{
    struct io_uring_sqe *request = io_uring_get_sqe(&p->ring);
    if (request)
        return request;
    io_uring_submit(&p->ring);
    return io_uring_get_sqe(&p->ring);
}

static int ask(struct async__poller *p, int fd, unsigned events, uint64_t name)
{
    struct io_uring_sqe *request = take_request(p);
    if (!request)
        return -EAGAIN;
    io_uring_prep_poll_add(request, fd, events);
    io_uring_sqe_set_data64(request, name);
    return 0;
}

static int arm(struct async__poller *p, int fd)
{
    struct descriptor *d = &p->table[fd];
    d->time++;
    int error = ask(p, fd, d->asked | (d->asked & POLLIN ? POLLRDHUP : 0u), name_of(p, fd));
    d->is_armed = error == 0;
    return error;
}

static void disarm(struct async__poller *p, int fd)
{
    struct descriptor *d = &p->table[fd];
    struct io_uring_sqe *request = d->is_armed ? take_request(p) : NULL;
    if (request) {
        io_uring_prep_poll_remove(request, name_of(p, fd));
        io_uring_sqe_set_data64(request, IGNORED);
    }
    d->is_armed = false;
    d->time++;
}

// ---- descriptors

static int make_room(struct async__poller *p, int fd)
{
    int count = p->count ? p->count : SOME_DESCRIPTORS;
    while (count <= fd)
        count *= 2;
    if (count == p->count)
        return 0;
    struct descriptor *table = host->alloc((size_t)count * sizeof *table);
    if (!table)
        return -ENOMEM;
    memset(table, 0, (size_t)count * sizeof *table);
    if (p->count)
        memcpy(table, p->table, (size_t)p->count * sizeof *table);
    host->free(p->table);
    p->table = table;
    p->count = count;
    return 0;
}

static int uring_watch(struct async__poller *p, int fd, unsigned events, unsigned before)
{
    (void)before;
    int error = make_room(p, fd);
    if (error < 0)
        return error;
    disarm(p, fd);
    p->table[fd].asked = events;
    return events ? arm(p, fd) : 0;
}

// Its file is to be closed: the request must have gone by then.
static void uring_forget(struct async__poller *p, int fd)
{
    if (fd >= p->count)
        return;
    bool was_armed = p->table[fd].is_armed;
    p->table[fd].asked = 0;
    disarm(p, fd);
    if (was_armed)
        io_uring_submit(&p->ring);
}

// ---- waiting

static void empty(int fd)
{
    uint64_t count;
    while (read(fd, &count, sizeof count) < 0 && errno == EINTR)
        ;
}

static void arm_own(struct async__poller *p)
{
    if (!p->is_wake_armed)
        p->is_wake_armed = ask(p, p->wakefd, POLLIN, WAKE) == 0;
    if (!p->is_alarm_armed && p->timerfd >= 0)
        p->is_alarm_armed = ask(p, p->timerfd, POLLIN, ALARM) == 0;
}

static void hear_own(struct async__poller *p, uint64_t name)
{
    if (name == WAKE) {
        empty(p->wakefd);
        p->is_wake_armed = false;
    } else if (name == ALARM) {
        empty(p->timerfd);
        p->is_alarm_armed = false;
    }
}

// Returns 1 if somebody was told of it.
static int tell(struct async__poller *p, const struct io_uring_cqe *result)
{
    uint64_t name = io_uring_cqe_get_data64(result);
    int fd = (int)(uint32_t)name;
    if (name >= WAKE) {
        hear_own(p, name);
        return 0;
    }
    if (fd >= p->count || !p->table[fd].is_armed || name != name_of(p, fd))
        return 0;
    p->table[fd].is_armed = false;
    host->fd_ready(p->loop, fd, result->res < 0 ? POLLNVAL : (unsigned)result->res);
    struct descriptor *d = &p->table[fd];        // telling may have moved the table
    if (d->asked && !d->is_armed)
        arm(p, fd);
    return 1;
}

static int tell_all(struct async__poller *p)
{
    struct io_uring_cqe *results[MOST_EVENTS];
    struct io_uring_cqe copies[MOST_EVENTS];
    unsigned count = io_uring_peek_batch_cqe(&p->ring, results, MOST_EVENTS);
    for (unsigned i = 0; i < count; i++)
        copies[i] = *results[i];
    io_uring_cq_advance(&p->ring, count);
    int told = 0;
    for (unsigned i = 0; i < count; i++)
        told += tell(p, &copies[i]);
    return told;
}

static int uring_wait(struct async__poller *p, uint64_t nanoseconds)
{
    struct io_uring_cqe *first;
    struct __kernel_timespec timeout = {
        .tv_sec = (long long)(nanoseconds / 1000000000), .tv_nsec = (long long)(nanoseconds % 1000000000)
    };
    arm_own(p);
    int error = nanoseconds == 0 ? io_uring_submit(&p->ring)
                : io_uring_submit_and_wait_timeout(&p->ring, &first, 1, nanoseconds == ASYNC__NEVER ? NULL : &timeout, NULL);
    if (error < 0 && error != -ETIME && error != -EINTR && error != -EAGAIN && error != -EBUSY)
        return error;
    return tell_all(p);
}

static void uring_wake(struct async__poller *p)
{
    uint64_t one = 1;
    while (write(p->wakefd, &one, sizeof one) < 0 && errno == EINTR)
        ;
}

// ---- inside of another loop

static int uring_alarm(struct async__poller *p, int which, uint64_t nanoseconds)
{
    struct itimerspec when = { 0 };
    (void)which;
    if (p->timerfd < 0)
        p->timerfd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (p->timerfd < 0)
        return -errno;
    if (nanoseconds != ASYNC__NEVER) {
        when.it_value.tv_sec = (time_t)(nanoseconds / 1000000000);
        when.it_value.tv_nsec = (long)(nanoseconds % 1000000000) + (nanoseconds == 0);
    }
    if (timerfd_settime(p->timerfd, 0, &when, NULL) < 0)
        return -errno;
    arm_own(p);
    int submitted = io_uring_submit(&p->ring);
    return submitted < 0 ? submitted : 0;
}

// Readable when a result has come; so what is asked for must be in the kernel.
static int uring_descriptor(struct async__poller *p)
{
    arm_own(p);
    int submitted = io_uring_submit(&p->ring);
    return submitted < 0 ? submitted : p->ring.ring_fd;
}

// ---- opening and closing

static struct async__poller *uring_open(struct async__loop *loop, int *error)
{
    struct async__poller *p = host->alloc(sizeof *p);
    if (!p) {
        *error = -ENOMEM;
        return NULL;
    }
    memset(p, 0, sizeof *p);
    p->loop = loop;
    p->timerfd = -1;
    *error = io_uring_queue_init(ENTRIES, &p->ring, 0);
    if (*error < 0)
        goto free_poller;
    // Waiting with a timeout takes a thread of our own, or two system calls, on kernels before 5.11.
    *error = p->ring.features & IORING_FEAT_EXT_ARG ? 0 : -ENOSYS;
    if (*error < 0)
        goto close_ring;
    p->wakefd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (p->wakefd < 0) {
        *error = -errno;
        goto close_ring;
    }
    return p;

close_ring:
    io_uring_queue_exit(&p->ring);
free_poller:
    host->free(p);
    return NULL;
}

static void uring_close(struct async__poller *p)
{
    io_uring_queue_exit(&p->ring);
    close(p->wakefd);
    if (p->timerfd >= 0)
        close(p->timerfd);
    host->free(p->table);
    host->free(p);
}

static const struct async__poller_ops io_uring = {
    .name = "io_uring",
    .open = uring_open,
    .close = uring_close,
    .wait = uring_wait,
    .wake = uring_wake,
    .watch = uring_watch,
    .forget = uring_forget,
    .alarm = uring_alarm,
    .descriptor = uring_descriptor,
};

// What choose.c looks for. All loops of a process have the same host.
__attribute__((visibility("default"))) async__poller_plugin async__io_uring;
const struct async__poller_ops *async__io_uring(const struct async__poller_host *h)
{
    __atomic_store_n(&host, h, __ATOMIC_RELEASE);
    return &io_uring;
}
