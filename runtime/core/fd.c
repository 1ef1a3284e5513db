// fd.c: tasks that wait for descriptors.
//
// Operations try first and come here when there is nothing to be had. Each loop has a table by number:
//
//     table[fd] -> task -> task -> task      in order, each with the events that it waits for
//
// An event wakes all that wait for it. They try again, in order. Who gets nothing waits again, in its old place: behind those who
// did so before it, and in front of those who had something and have come again meanwhile.
//
// A poller of edges is asked for a descriptor once. That saves a system call for each wait, but rests on the number's meaning
// the same descriptor as then: one that was closed behind our back has left the poller, and nobody tells us. So a wait that
// asks for nothing new is put on the list of those to be verified:
//
//     wait -> unverified -> event                               most of them
//                        -> a period without an event -> renewed: the poller tells of what is ready now
//
// Periods are marked by an alarm of the poller, which is set once for all waits of a period: such a wait costs two changes of a
// list. They are of a millisecond at first, and longer if nothing wrong is ever found. All this allows us to be wrong for a
// moment elsewhere: a socket from which less was read than was asked for is taken for drained, and the next operation waits
// without trying.
//
// Needs: a poller. Fills: loop->fds.

#define _GNU_SOURCE

#include "core/fd.h"

#include "base/alloc.h"
#include "core/call.h"
#include "core/task.h"

#include "core/park.h"       // behind what says what async_fn is

#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

enum { SOME_DESCRIPTORS = 64, GONE = POLLERR | POLLHUP | POLLNVAL, GONE_OR_MORE = GONE | POLLRDHUP | POLLPRI };

enum { SHORTEST_PERIOD = 1000000, LONGEST_PERIOD = 16 * SHORTEST_PERIOD };      // nanoseconds

enum kind { UNKNOWN, SHORT_ONCE, STREAM, SOCKET, OTHER };

struct async__fd {
    struct async__waiter *first;     // a chain
    struct async__waiter *again;     // in it, the last of those who have tried in vain since the last event; null: there is none
    int next, previous;              // while it is to be verified: the neighbours' numbers plus 1; 0: there is none
    unsigned generation : 24;        // how often the number has changed its meaning
    unsigned asked : 8;              // the events that the poller was asked for
    enum kind kind : 8;
    unsigned char period;            // while it is to be verified: when it came to the list
    bool is_unverified;
    bool is_drained;
    bool is_hung;                    // there is more to be told than that there are bytes: its end, an error, urgent data
};

// In task->value while it waits and until it runs.
struct note {
    int fd;
    unsigned generation : 24;
    unsigned events : 8;
};

static struct note note_of(const struct async_task *task)
{
    struct note note;
    memcpy(&note, task->value, sizeof note);
    return note;
}

// ---- the table

static struct async__fd *find_fd(const struct async__loop *loop, int fd)
{
    return loop && (unsigned)fd < loop->fds.count ? &loop->fds.table[fd] : NULL;
}

static int make_room(struct async__loop *loop, int fd)
{
    struct async__fds *fds = &loop->fds;
    size_t count = fds->count ? fds->count : SOME_DESCRIPTORS;
    while (count <= (size_t)fd)
        count *= 2;
    if (count == fds->count)
        return 0;
    struct async__fd *table = async__realloc(fds->table, count * sizeof *table);
    if (!table)
        return -ENOMEM;
    memset(table + fds->count, 0, (count - fds->count) * sizeof *table);
    fds->table = table;
    fds->count = (unsigned)count;
    return 0;
}

void async__fds_fini(struct async__loop *loop)
{
    async__free(loop->fds.table);
}

// ---- those to be verified

static void list_push(struct async__fds *fds, struct async__fd *d)
{
    int number = (int)(d - fds->table) + 1;
    d->is_unverified = true;
    d->period = fds->period;
    d->next = 0;
    d->previous = fds->last_unverified;
    if (d->previous)
        fds->table[d->previous - 1].next = number;
    else
        fds->unverified = number;
    fds->last_unverified = number;
}

static void list_remove(struct async__fds *fds, struct async__fd *d)
{
    if (!d->is_unverified)
        return;
    d->is_unverified = false;
    if (d->next)
        fds->table[d->next - 1].previous = d->previous;
    else
        fds->last_unverified = d->previous;
    if (d->previous)
        fds->table[d->previous - 1].next = d->next;
    else
        fds->unverified = d->next;
}

// ---- the line of tasks

static void line_push(struct async__fd *d, struct async__waiter *w, bool is_again)
{
    if (!is_again) {
        async__chain_push(&d->first, w);
        return;
    }
    if (d->again)
        async__chain_insert(&d->first, d->again, w);
    else
        async__chain_insert_first(&d->first, w);
    d->again = w;
}

static void line_remove(struct async__fd *d, struct async__waiter *w)
{
    if (d->again == w)
        d->again = w == d->first ? NULL : w->prev;
    async__chain_remove(&d->first, w);
}

// ---- waking

// Between the event and the task's turn the descriptor may have been closed, and its number be that of another one.
static void run(struct async__waiter *w)
{
    struct async_task *task = async__task_of(w);
    struct note note = note_of(task);
    bool is_same = find_fd(async__loop_of(task), note.fd)->generation == note.generation;
    async__turn_gives(task, is_same ? 1 : -ECANCELED);
}

static const struct async__function by_event = { .wake = run, .name = "async__fd_wait", .resume = async__task_end };

// What a poller that knows no edges was asked for and nobody waits for any more would keep the loop busy. And who does not
// wait has nothing to be verified.
static void fewer_wait(struct async__loop *loop, struct async__fd *d)
{
    if (!d->first)
        list_remove(&loop->fds, d);
    if (loop->poll->is_edge || !d->asked)
        return;
    unsigned events = 0;
    for (struct async__waiter *w = d->first; w; w = w->next)
        events |= note_of(async__task_of(w)).events;
    if (events == d->asked)
        return;
    loop->poll->watch(loop->poller, (int)(d - loop->fds.table), events, d->asked);
    d->asked = events;
}

static void wake(struct async__loop *loop, struct async__fd *d, unsigned events)
{
    struct async__waiter *next;
    for (struct async__waiter *w = d->first; w; w = next) {
        struct async_task *task = async__task_of(w);
        next = w->next;
        if (!(note_of(task).events & events))
            continue;
        line_remove(d, w);
        loop->fds.waiting--;
        __builtin_prefetch(task->op.awaiter);
        task->op.status = ASYNC__READY;
        task->op.function = &by_event;
        async__ready_push(&loop->base, w);
    }
    fewer_wait(loop, d);
}

void async__fd_expect(struct async__loop *loop, int fd)
{
    __builtin_prefetch(find_fd(loop, fd));       // of null it does nothing
}

void async__fd_expect_task(struct async__loop *loop, int fd)
{
    struct async__fd *d = find_fd(loop, fd);
    if (d && d->first) {
        __builtin_prefetch(d->first);
        __builtin_prefetch(&async__task_of(d->first)->loop);
    }
}

void async__fd_ready(struct async__loop *loop, int fd, unsigned events)
{
    struct async__fd *d = find_fd(loop, fd);
    if (!d)
        return;
    if (events & ~(unsigned)POLLOUT)
        d->is_drained = false;
    if (events & GONE_OR_MORE)
        d->is_hung = true;
    wake(loop, d, events & GONE ? POLLIN | POLLOUT : events & (POLLRDHUP | POLLPRI) ? events | POLLIN : events);
}

static void forget_what_it_is(struct async__fd *d)
{
    d->kind = UNKNOWN;
    d->is_drained = d->is_hung = false;
}

static void renew(struct async__loop *loop, struct async__fd *d)
{
    struct async__fds *fds = &loop->fds;
    int result = loop->poll->renew(loop->poller, (int)(d - fds->table), d->asked);
    list_remove(fds, d);
    if (result == 0)
        return;
    forget_what_it_is(d);
    fds->period_length = SHORTEST_PERIOD;
    if (result < 0) {
        d->asked = 0;
        wake(loop, d, POLLIN | POLLOUT);
    }
}

void async__fds_renew(struct async__loop *loop)
{
    struct async__fds *fds = &loop->fds;
    while (fds->unverified)
        renew(loop, &fds->table[fds->unverified - 1]);
}

static void set_alarm(struct async__loop *loop)
{
    struct async__fds *fds = &loop->fds;
    if (fds->period_length == 0)
        fds->period_length = SHORTEST_PERIOD;
    fds->has_alarm = loop->poll->alarm(loop->poller, ASYNC__ALARM_OF_PERIOD, fds->period_length) == 0;
    if (!fds->has_alarm)
        async__fds_renew(loop);
}

void async__fds_period_ends(struct async__loop *loop)
{
    struct async__fds *fds = &loop->fds;
    fds->has_alarm = false;
    if (fds->period_length < LONGEST_PERIOD)
        fds->period_length *= 2;
    while (fds->unverified && fds->table[fds->unverified - 1].period != fds->period)
        renew(loop, &fds->table[fds->unverified - 1]);
    fds->period++;
    if (fds->unverified)
        set_alarm(loop);
}

static void verify_later(struct async__loop *loop, struct async__fd *d)
{
    if (d->is_unverified || !loop->poll->is_edge)
        return;
    list_push(&loop->fds, d);
    if (!loop->fds.has_alarm)
        set_alarm(loop);
}

void async__fd_forget(int fd)
{
    struct async__loop *loop = async__loop_here();
    struct async__fd *d = find_fd(loop, fd);
    if (!d)
        return;
    d->generation++;
    if (d->asked)
        loop->poll->forget(loop->poller, fd);
    d->asked = 0;
    forget_what_it_is(d);
    wake(loop, d, POLLIN | POLLOUT);
}

// ---- what is known of it

bool async__fd_is_drained(int fd)
{
    struct async__fd *d = find_fd(async__loop_here(), fd);
    return d && d->is_drained;
}

// Bytes that come in one stream: what is there is given, as far as it fits.
static enum kind ask_kind(int fd)
{
    int type = 0, protocol = -1;
    socklen_t size = sizeof type;
    if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) < 0)
        return errno == ENOTSOCK ? OTHER : UNKNOWN;
    size = sizeof protocol;
    getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &protocol, &size);
    return type == SOCK_STREAM && (protocol == 0 || protocol == IPPROTO_TCP) ? STREAM : SOCKET;
}

void async__fd_read_short(int fd)
{
    struct async__fd *d = find_fd(async__loop_here(), fd);
    if (!d || !(d->asked & POLLIN) || d->is_hung)
        return;
    // Many connections live for one question only: it is not worth asking then.
    if (d->kind == SHORT_ONCE)
        d->kind = ask_kind(fd);
    else if (d->kind == UNKNOWN)
        d->kind = SHORT_ONCE;
    d->is_drained = d->kind == STREAM;
}

bool async__fd_is_other(int fd)
{
    struct async__fd *d = find_fd(async__loop_here(), fd);
    return d && d->kind == OTHER;
}

void async__fd_set_other(int fd)
{
    struct async__fd *d = find_fd(async__loop_here(), fd);
    if (d && d->asked)
        d->kind = OTHER;
}

// ---- waiting

static void leave(struct async_task *task)
{
    struct async__loop *loop = async__loop_of(task);
    struct async__fd *d = find_fd(loop, note_of(task).fd);
    line_remove(d, &task->waiter);
    loop->fds.waiting--;
    fewer_wait(loop, d);
}

static void wait_withdraw(struct async_task *task)
{
    leave(task);
    async__task_unwind(task, async__reason(task));
}

static void wait_give_up(struct async_task *task)
{
    leave(task);
    async__task_set_value(task, -EINTR);
    async__task_ready(task);
}

static const struct async__function function_wait = {
    .name = "async__fd_wait", .resume = async__task_end, .withdraw = wait_withdraw
};
static const struct async__function function_wait_or_give_up = {
    .name = "async__fd_wait", .resume = async__task_end, .withdraw = wait_give_up
};

// 1: now; 0: long ago; -errno.
static int ask(struct async__loop *loop, int fd, unsigned events)
{
    int error = fd < 0 ? -EBADF : make_room(loop, fd);
    if (error)
        return error;
    struct async__fd *d = &loop->fds.table[fd];
    if (!(events & ~d->asked))
        return 0;
    error = loop->poll->watch(loop->poller, fd, d->asked | events, d->asked);
    if (error < 0)
        return error;
    if (error > 0)
        forget_what_it_is(d);
    d->asked |= events;
    return 1;
}

struct async__int_result async__start_fd_wait(struct async_task *, int, int) __asm__("async__fd_wait.start");
struct async__int_result async__start_fd_wait(struct async_task *task, int fd, int how)
{
    struct async__loop *loop = async__loop_of(task);
    bool gives_up = how & ASYNC__GIVES_UP;
    unsigned events = (unsigned)how & (POLLIN | POLLOUT);
    if (async__is_interrupted(task)) {
        if (gives_up)
            return (struct async__int_result){ NULL, -EINTR };
        return (struct async__int_result){ async__unwound(task, async__reason(task)), 0 };
    }
    int asked = ask(loop, fd, events);
    if (asked < 0)
        return (struct async__int_result){ NULL, asked };
    struct async__fd *d = &loop->fds.table[fd];
    struct note note = { fd, d->generation, events };
    struct async__frame *op = async__wait_in(task, gives_up ? &function_wait_or_give_up : &function_wait);
    memcpy(task->value, &note, sizeof note);
    line_push(d, &task->waiter, how & ASYNC__AGAIN);
    loop->fds.waiting++;
    async__add_event(loop, ASYNC__EVENT_DESCRIPTORS);
    if (asked == 0)
        verify_later(loop, d);
    return (struct async__int_result){ op, 0 };
}
