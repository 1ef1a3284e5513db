// system/attempt.h: operations on descriptors that do not wait.
//
// Each gives what POSIX says, or -errno: -EAGAIN where it would have to wait. The descriptors may be blocking ones, and their
// flags stay as they are. SIGPIPE does not come. What a signal interrupts is tried again.

#ifndef ASYNC_SYSTEM_ATTEMPT_H
#define ASYNC_SYSTEM_ATTEMPT_H

#include <stddef.h>
#include <sys/socket.h>
#include <sys/types.h>

enum { ASYNC__IS_FILE = -100000 };       // it has no readiness: its disk is waited for, by a thread

ssize_t async__try_read(int fd, void *, size_t);                  // or ASYNC__IS_FILE
ssize_t async__try_write(int fd, const void *, size_t);           // or ASYNC__IS_FILE
ssize_t async__try_recv(int fd, void *, size_t, int flags);
ssize_t async__try_send(int fd, const void *, size_t, int flags);
ssize_t async__try_recvfrom(int fd, void *, size_t, int flags, struct sockaddr *, socklen_t *);
ssize_t async__try_sendto(int fd, const void *, size_t, int flags, const struct sockaddr *, socklen_t);
int async__try_accept(int fd, struct sockaddr *, socklen_t *);
int async__try_connect(int fd, const struct sockaddr *, socklen_t);    // -EINPROGRESS: it goes on by itself
int async__connected(int fd);                                          // what has become of it
int async__poll_now(int fd, int events);                               // revents; 0: none
int async__close_now(int fd);

#endif
