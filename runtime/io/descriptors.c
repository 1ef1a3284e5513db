// descriptors.c: reading, writing, connecting: try, and wait only if there is nothing to be had.
//
// What has moved some bytes already does not unwind when its task is asked to stop: it gives the number of them, and the
// request waits for the next operation.

#define _GNU_SOURCE

#include <async.h>

#include "core/park.h"
#include "system/attempt.h"
#include "system/files.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

// ---- waiting

async int async_wait_fd(int fd, int events)
{
    await async__pause();
    if (!(events & (POLLIN | POLLOUT)))
        return -EINVAL;
    for (int again = 0;; again = ASYNC__AGAIN) {
        int ready = async__poll_now(fd, events);
        if (ready != 0)
            return ready;
        int error = await async__fd_wait(fd, (events & (POLLIN | POLLOUT)) | again);
        if (error < 0)
            return error;
    }
}

async int async_wait_readable(int fd)
{
    int ready = await async_wait_fd(fd, POLLIN);
    return ready < 0 ? ready : 0;
}

async int async_wait_writable(int fd)
{
    int ready = await async_wait_fd(fd, POLLOUT);
    return ready < 0 ? ready : 0;
}

// ---- any descriptor

async ssize_t async_read(int fd, void *buffer, size_t size)
{
    await async__pause();
    for (int again = 0;; again = ASYNC__AGAIN) {
        ssize_t n = async__try_read(fd, buffer, size);
        if (n == ASYNC__IS_FILE)
            return await async__file_read(fd, buffer, size);
        if (n != -EAGAIN)
            return n;
        int error = await async__fd_wait(fd, POLLIN | again);
        if (error < 0)
            return error;
    }
}

async ssize_t async_write(int fd, const void *buffer, size_t size)
{
    await async__pause();
    for (int again = 0;; again = ASYNC__AGAIN) {
        ssize_t n = async__try_write(fd, buffer, size);
        if (n == ASYNC__IS_FILE)
            return await async__file_write(fd, buffer, size, false);
        if (n != -EAGAIN)
            return n;
        int error = await async__fd_wait(fd, POLLOUT | again);
        if (error < 0)
            return error;
    }
}

async ssize_t async_write_all(int fd, const void *buffer, size_t size)
{
    const char *bytes = buffer;
    size_t done = 0;
    int again = 0;
    await async__pause();
    do {
        ssize_t n = async__try_write(fd, bytes + done, size - done);
        if (n == ASYNC__IS_FILE)
            n = await async__file_write(fd, bytes + done, size - done, done > 0);
        if (n == -EAGAIN) {
            int error = await async__fd_wait(fd, POLLOUT | again | (done ? ASYNC__GIVES_UP : 0));
            again = ASYNC__AGAIN;
            n = error < 0 ? error : 0;
        } else
            again = 0;
        if (n == -EINTR)
            break;
        if (n < 0)
            return n;
        done += (size_t)n;
    } while (done < size);
    return (ssize_t)done;
}

async int async_close(int fd)
{
    return async__close_now(fd);
}

// ---- sockets

static async ssize_t recv_all(int fd, void *buffer, size_t size, int flags)
{
    char *bytes = buffer;
    size_t done = 0;
    int again = 0;
    while (done < size) {
        ssize_t n = async__try_recv(fd, bytes + done, size - done, flags);
        if (n == -EAGAIN) {
            int error = await async__fd_wait(fd, POLLIN | again | (done ? ASYNC__GIVES_UP : 0));
            again = ASYNC__AGAIN;
            if (error >= 0)
                continue;
            n = error;
        }
        // What has come is given first; an error stays with the socket.
        if (n <= 0 && done > 0)
            break;
        if (n <= 0)
            return n;
        done += (size_t)n;
        again = 0;
    }
    return (ssize_t)done;
}

async ssize_t async_recv(int fd, void *buffer, size_t size, int flags)
{
    await async__pause();
    if (flags & MSG_WAITALL && !(flags & (MSG_PEEK | MSG_OOB | MSG_DONTWAIT)))
        return await recv_all(fd, buffer, size, flags);
    for (int again = 0;; again = ASYNC__AGAIN) {
        ssize_t n = async__try_recv(fd, buffer, size, flags);
        if (n != -EAGAIN || flags & MSG_DONTWAIT)
            return n;
        int error = await async__fd_wait(fd, POLLIN | again);
        if (error < 0)
            return error;
    }
}

async ssize_t async_send(int fd, const void *buffer, size_t size, int flags)
{
    await async__pause();
    for (int again = 0;; again = ASYNC__AGAIN) {
        ssize_t n = async__try_send(fd, buffer, size, flags);
        if (n != -EAGAIN || flags & MSG_DONTWAIT)
            return n;
        int error = await async__fd_wait(fd, POLLOUT | again);
        if (error < 0)
            return error;
    }
}

async ssize_t async_recvfrom(int fd, void *buffer, size_t size, int flags, struct sockaddr *from, socklen_t *length)
{
    await async__pause();
    for (int again = 0;; again = ASYNC__AGAIN) {
        ssize_t n = async__try_recvfrom(fd, buffer, size, flags, from, length);
        if (n != -EAGAIN || flags & MSG_DONTWAIT)
            return n;
        int error = await async__fd_wait(fd, POLLIN | again);
        if (error < 0)
            return error;
    }
}

// Whether the other end of a Unix socket has room is nothing that one can wait for: neither to send to it nor to connect.
static async int wait_for_room(int fd, const struct sockaddr *to, int again)
{
    if (to && to->sa_family == AF_UNIX && async__poll_now(fd, POLLOUT) != 0) {
        await async_sleep(0.001);
        return 0;
    }
    return await async__fd_wait(fd, POLLOUT | again);
}

async ssize_t async_sendto(int fd, const void *buffer, size_t size, int flags, const struct sockaddr *to, socklen_t length)
{
    await async__pause();
    for (int again = 0;; again = ASYNC__AGAIN) {
        ssize_t n = async__try_sendto(fd, buffer, size, flags, to, length);
        if (n != -EAGAIN || flags & MSG_DONTWAIT)
            return n;
        int error = await wait_for_room(fd, to, again);
        if (error < 0)
            return error;
    }
}

async int async_accept(int fd, struct sockaddr *from, socklen_t *length)
{
    await async__pause();
    for (int again = 0;; again = ASYNC__AGAIN) {
        int peer = async__try_accept(fd, from, length);
        if (peer != -EAGAIN)
            return peer;
        int error = await async__fd_wait(fd, POLLIN | again);
        if (error < 0)
            return error;
    }
}

async int async_connect(int fd, const struct sockaddr *to, socklen_t length)
{
    await async__pause();
    int result = async__try_connect(fd, to, length);
    for (double pause = 0.001; result == -EAGAIN && to->sa_family == AF_UNIX; pause = pause < 0.016 ? 2 * pause : pause) {
        await async_sleep(pause);
        result = async__try_connect(fd, to, length);
    }
    if (result != -EINPROGRESS)
        return result;
    int ready = await async_wait_fd(fd, POLLOUT);
    return ready < 0 ? ready : async__connected(fd);
}
