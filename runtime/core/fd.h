// core/fd.h: what the loop knows of descriptors, by number.

#ifndef ASYNC_CORE_FD_H
#define ASYNC_CORE_FD_H

#include "core/loop.h"

// Verifies at once what a period would have to pass for: see fd.c.
void async__fds_renew(struct async__loop *);
void async__fds_fini(struct async__loop *);

// Nothing can be read from it until the poller says otherwise, as far as is known: to try is in vain.
bool async__fd_is_drained(int fd);
void async__fd_read_short(int fd);       // less was there than was asked for
bool async__fd_is_other(int fd);         // was found to be no socket
void async__fd_set_other(int fd);
// The number is that of a new descriptor from now on, or of none: who waits for the old one is told -ECANCELED.
void async__fd_forget(int fd);

#endif
