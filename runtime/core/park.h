// core/park.h: what those wait with who write async C in the runtime: a line of tasks, a descriptor, a turn.

#ifndef ASYNC_CORE_PARK_H
#define ASYNC_CORE_PARK_H

#include <stdbool.h>
#include <stddef.h>

struct async__line;
struct async_task;

// Waits at the end of the line until somebody calls the task up, and gives the value that was sent along. One that is asked to
// stop leaves the line.
async_fn(int) async__park(struct async__line *);

// Calls up the first of the line, who gets the value whatever happens. False: the line is empty.
bool async__unpark(struct async__line *, int value);
// The same with something that is handed over. If the task is asked to stop before it resumes, it gets nothing, and `pass` is
// called to hand it to the next one.
bool async__hand(struct async__line *, void (*pass)(struct async__line *));

// For plain C. Calls up the first of the line: the wake of `turn` is called when it would resume, and ends with one of the other two.
// Null: the line is empty.
struct async__function;
struct async_task *async__call_up(struct async__line *, const struct async__function *turn);
void async__turn_gives(struct async_task *, int value);
void async__turn_unwinds(struct async_task *);

// For a wait of another kind: the task's waiter goes to the end of the line, and leaves it.
void async__line_join(struct async__line *, struct async_task *);
void async__line_leave(struct async__line *, struct async_task *);

// Waits until a descriptor may be ready: events are POLLIN and POLLOUT of <poll.h>. Gives 1: try again; -ECANCELED: it was closed
// meanwhile; or another -errno. The task of one that gives up is not unwound when it is asked to stop but given -EINTR, for it has
// done a part of its work. Who has been told to try and does so in vain waits again, in its old place.
enum { ASYNC__GIVES_UP = 0x10000, ASYNC__AGAIN = 0x20000 };
async_fn(int) async__fd_wait(int fd, int events);
// Ends all those waits; the descriptor stays open.
void async__fd_forget(int fd);

// Has the task that runs been asked to stop, or one of its scopes? Then it is unwinding, or will be.
bool async__is_asked(void);

// Is this loop one of several that async_run_on_cores runs? They share the ports at which they listen.
bool async__is_on_cores(void);

// Counts an operation that has been done and did not have to wait; when there have been many in one step, lets the others have a
// turn. Nobody is interrupted here.
async_fn(void) async__pause(void);

#endif
