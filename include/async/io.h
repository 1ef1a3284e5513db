// async/io.h: descriptors. Part of <async.h>.
//
//     char buffer[4096];
//     ssize_t n = await async_read(fd, buffer, sizeof buffer);
//
// Results    those of POSIX's functions of the same names; instead of -1 and errno: -errno. EINTR and EAGAIN are none: the
//            operation goes on. A count may be short, as there
// Waiting    each one tries first and waits only if there is nothing to be had. Who waits longest is served first
// Blocking   descriptors may be blocking or not; their flags stay as they are, and the loop is never kept
// Stopping   a task that is asked to stop while it waits: nothing has moved, and it unwinds. If some bytes have, it is given their
//            number, and the request waits for the next operation. A deadline is an async_timeout around it
// Closing    async_close, when others may wait for the descriptor or anything was waited for with it. They are given -ECANCELED.
//            A library may call close(2) on its own descriptors: a number that comes back is recognised
// Signals    SIGPIPE does not come: -EPIPE is a value
// Threads    a descriptor is waited for by tasks of one loop at a time

#ifndef ASYNC_IO_H
#define ASYNC_IO_H

struct sockaddr;

// ---- waiting: events are POLLIN, POLLOUT or both of <poll.h>

async_fn(int) async_wait_fd(int fd, int events);         // gives the events that are there, POLLERR and POLLHUP among them: > 0
async_fn(int) async_wait_readable(int fd);               // 0 when a read would not wait, also for an end or an error
async_fn(int) async_wait_writable(int fd);

// ---- any descriptor. What is read is at least a byte, or 0 at the end

async_fn(__PTRDIFF_TYPE__) async_read(int fd, void *buffer, __SIZE_TYPE__ size);
async_fn(__PTRDIFF_TYPE__) async_write(int fd, const void *buffer, __SIZE_TYPE__ size);
// Writes again until all is written. Gives size; less only if the task was asked to stop when some had been written.
async_fn(__PTRDIFF_TYPE__) async_write_all(int fd, const void *buffer, __SIZE_TYPE__ size);
async_fn(int) async_close(int fd);                       // all that wait for it are given -ECANCELED

// ---- sockets: TCP, UDP, Unix. flags are those of recv(2) and send(2); MSG_DONTWAIT gives -EAGAIN instead of waiting

async_fn(__PTRDIFF_TYPE__) async_recv(int fd, void *buffer, __SIZE_TYPE__ size, int flags);
async_fn(__PTRDIFF_TYPE__) async_send(int fd, const void *buffer, __SIZE_TYPE__ size, int flags);
async_fn(__PTRDIFF_TYPE__) async_recvfrom(int fd, void *buffer, __SIZE_TYPE__ size, int flags, struct sockaddr *from, unsigned *length);
async_fn(__PTRDIFF_TYPE__) async_sendto(int fd, const void *buffer, __SIZE_TYPE__ size, int flags, const struct sockaddr *to, unsigned length);
async_fn(int) async_accept(int fd, struct sockaddr *from, unsigned *length);        // the new descriptor is closed on exec
async_fn(int) async_connect(int fd, const struct sockaddr *to, unsigned length);

#endif
