// attempt.c: see attempt.h.
//
// A socket can be told with each call not to wait. What is none cannot: it is asked by poll(2) first, which holds as long as
// nobody else reads from it. Which of the two it is the first call finds out, so that a socket costs nothing more.

#define _GNU_SOURCE

#include "system/attempt.h"

#include "core/fd.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int async__poll_now(int fd, int events)
{
    struct pollfd one = { .fd = fd, .events = (short)events };
    int n;
    if (fd < 0)
        return -EBADF;               // poll(2) would leave it out
    do
        n = poll(&one, 1, 0);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return -errno;
    return one.revents & POLLNVAL ? -EBADF : (unsigned short)one.revents;
}

// ---- sockets

// Who does not want to wait for the poller to tell of more is given what the kernel says.
static bool is_plain(int flags)
{
    return !(flags & ~(MSG_NOSIGNAL | MSG_WAITALL));
}

ssize_t async__try_recv(int fd, void *buffer, size_t size, int flags)
{
    ssize_t n;
    if (size > 0 && is_plain(flags) && async__fd_is_drained(fd))
        return -EAGAIN;
    do
        n = recv(fd, buffer, size, flags | MSG_DONTWAIT);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return -errno;
    if (n > 0 && (size_t)n < size && is_plain(flags))
        async__fd_read_short(fd);
    return n;
}

ssize_t async__try_send(int fd, const void *buffer, size_t size, int flags)
{
    ssize_t n;
    do
        n = send(fd, buffer, size, flags | MSG_DONTWAIT | MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

ssize_t async__try_recvfrom(int fd, void *buffer, size_t size, int flags, struct sockaddr *from, socklen_t *length)
{
    ssize_t n;
    do
        n = recvfrom(fd, buffer, size, flags | MSG_DONTWAIT, from, length);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

ssize_t async__try_sendto(int fd, const void *buffer, size_t size, int flags, const struct sockaddr *to, socklen_t length)
{
    ssize_t n;
    do
        n = sendto(fd, buffer, size, flags | MSG_DONTWAIT | MSG_NOSIGNAL, to, length);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

// A connection that was there and is gone before it was taken is not worth telling.
int async__try_accept(int fd, struct sockaddr *from, socklen_t *length)
{
    int peer;
    do {
        int ready = async__poll_now(fd, POLLIN);
        if (ready <= 0)
            return ready < 0 ? ready : -EAGAIN;
        peer = accept4(fd, from, length, SOCK_CLOEXEC);
    } while (peer < 0 && (errno == EINTR || errno == ECONNABORTED));
    if (peer < 0)
        return -errno;
    async__fd_forget(peer);
    return peer;
}

int async__try_connect(int fd, const struct sockaddr *to, socklen_t length)
{
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0)
        return -errno;
    bool is_blocking = !(flags & O_NONBLOCK);
    if (is_blocking && fcntl(fd, F_SETFL, flags | O_NONBLOCK) < 0)
        return -errno;
    int result = connect(fd, to, length) < 0 ? -errno : 0;
    if (is_blocking)
        fcntl(fd, F_SETFL, flags);
    return result == -EALREADY || result == -EINTR ? -EINPROGRESS : result;
}

int async__connected(int fd)
{
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) < 0)
        return -errno;
    return -error;
}

// ---- what is no socket

static bool is_file(int fd)
{
    struct stat status;
    return fstat(fd, &status) == 0 && (S_ISREG(status.st_mode) || S_ISBLK(status.st_mode));
}

static ssize_t read_other(int fd, void *buffer, size_t size)
{
    ssize_t n;
    int ready = async__poll_now(fd, POLLIN);
    if (ready <= 0)
        return ready < 0 ? ready : -EAGAIN;
    do
        n = read(fd, buffer, size);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

ssize_t async__try_read(int fd, void *buffer, size_t size)
{
    if (!async__fd_is_other(fd)) {
        ssize_t n = async__try_recv(fd, buffer, size, 0);
        if (n != -ENOTSOCK)
            return n;
        if (is_file(fd))
            return ASYNC__IS_FILE;
        async__fd_set_other(fd);
    }
    return read_other(fd, buffer, size);
}

// A write to a pipe that nobody reads sends SIGPIPE to this thread: it is held back and taken, unless one was there already.
static ssize_t write_without_signal(int fd, const void *buffer, size_t size)
{
    sigset_t pipe, before, pending;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    ssize_t n;
    do
        n = write(fd, buffer, size);
    while (n < 0 && errno == EINTR);
    n = n < 0 ? -errno : n;
    if (n == -EPIPE && !sigismember(&before, SIGPIPE)) {
        struct timespec none = { 0 };
        while (sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) && sigtimedwait(&pipe, NULL, &none) < 0 && errno == EINTR)
            ;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return n;
}

// A blocking pipe that is ready takes so much at once without waiting, and not more.
static ssize_t write_other(int fd, const void *buffer, size_t size)
{
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0)
        return -errno;
    if (!(flags & O_NONBLOCK)) {
        int ready = async__poll_now(fd, POLLOUT);
        if (ready <= 0)
            return ready < 0 ? ready : -EAGAIN;
        size = size < PIPE_BUF ? size : PIPE_BUF;
    }
    return write_without_signal(fd, buffer, size);
}

ssize_t async__try_write(int fd, const void *buffer, size_t size)
{
    if (!async__fd_is_other(fd)) {
        ssize_t n = async__try_send(fd, buffer, size, 0);
        if (n != -ENOTSOCK)
            return n;
        if (is_file(fd))
            return ASYNC__IS_FILE;
        async__fd_set_other(fd);
    }
    return write_other(fd, buffer, size);
}

// What close(2) says of a signal is no failure: the number is free.
int async__close_now(int fd)
{
    async__fd_forget(fd);
    return close(fd) < 0 && errno != EINTR ? -errno : 0;
}
