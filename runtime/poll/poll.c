// poll.c: the backend on poll(2), for any system of POSIX.
//
// It knows no edges: what is asked for is told of for as long as it lasts. The set that poll(2) takes is indexed by number, so
// that asking for something never has to search; places that are not used have the number -1, which poll(2) leaves out. Other
// threads end a wait through a pipe.
//
// Fills: async__poll.

#define _GNU_SOURCE

#include "base/alloc.h"
#include "base/clock.h"
#include "base/poller.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

enum { SOME_DESCRIPTORS = 64 };

struct async__poller {
    struct async__loop *loop;
    struct pollfd *set;              // by number
    int count;                       // of places
    int used;                        // those from here on are -1
    int wake[2];                     // a pipe: its reading end, its writing end
};

static int make_room(struct async__poller *p, int fd)
{
    int count = p->count ? p->count : SOME_DESCRIPTORS;
    while (count <= fd)
        count *= 2;
    if (count == p->count)
        return 0;
    struct pollfd *set = async__realloc(p->set, (size_t)count * sizeof *set);
    if (!set)
        return -ENOMEM;
    for (int i = p->count; i < count; i++)
        set[i].fd = -1;
    p->set = set;
    p->count = count;
    return 0;
}

static int poll_watch(struct async__poller *p, int fd, unsigned events, unsigned before)
{
    (void)before;
    int error = make_room(p, fd);
    if (error < 0)
        return error;
    p->set[fd] = (struct pollfd){ .fd = events ? fd : -1, .events = (short)events };
    if (events && p->used <= fd)
        p->used = fd + 1;
    while (p->used > 0 && p->set[p->used - 1].fd < 0)
        p->used--;
    return 0;
}

static void poll_forget(struct async__poller *p, int fd)
{
    poll_watch(p, fd, 0, 0);
}

static int open_pipe(int ends[2])
{
    return pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0 ? -errno : 0;
}

static struct async__poller *poll_open(struct async__loop *loop, int *error)
{
    struct async__poller *p = async__alloc(sizeof *p);
    if (!p) {
        *error = -ENOMEM;
        return NULL;
    }
    *p = (struct async__poller){ .loop = loop };
    *error = open_pipe(p->wake);
    if (*error < 0)
        goto free_poller;
    *error = poll_watch(p, p->wake[0], POLLIN, 0);
    if (*error < 0)
        goto close_pipe;
    return p;

close_pipe:
    close(p->wake[0]);
    close(p->wake[1]);
free_poller:
    async__free(p);
    return NULL;
}

static void poll_close(struct async__poller *p)
{
    close(p->wake[0]);
    close(p->wake[1]);
    async__free(p->set);
    async__free(p);
}

static void empty_pipe(struct async__poller *p)
{
    char bytes[64];
    ssize_t n;
    do
        n = read(p->wake[0], bytes, sizeof bytes);
    while (n == sizeof bytes || (n < 0 && errno == EINTR));
}

// Telling of an event takes back what was asked for, and never makes the set larger.
static int tell(struct async__poller *p, int left)
{
    int told = 0;
    for (int fd = 0; fd < p->used && left > 0; fd++) {
        if (p->set[fd].fd < 0 || !p->set[fd].revents)
            continue;
        left--;
        if (fd == p->wake[0]) {
            empty_pipe(p);
            continue;
        }
        async__fd_ready(p->loop, fd, (unsigned short)p->set[fd].revents);
        told++;
    }
    return told;
}

static int poll_wait(struct async__poller *p, uint64_t nanoseconds)
{
    struct timespec timeout = {
        .tv_sec = (time_t)(nanoseconds / 1000000000), .tv_nsec = (long)(nanoseconds % 1000000000)
    };
    int n = ppoll(p->set, (nfds_t)p->used, nanoseconds == ASYNC__NEVER ? NULL : &timeout, NULL);
    if (n < 0)
        return errno == EINTR ? 0 : -errno;
    return tell(p, n);
}

// A pipe that is full wakes as well as one with one byte in it.
static void poll_wake(struct async__poller *p)
{
    while (write(p->wake[1], "", 1) < 0 && errno == EINTR)
        ;
}

const struct async__poller_ops async__poll = {
    .name = "poll",
    .open = poll_open,
    .close = poll_close,
    .wait = poll_wait,
    .wake = poll_wake,
    .watch = poll_watch,
    .forget = poll_forget,
};
