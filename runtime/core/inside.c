// inside.c: a loop inside of another one.
//
// The other loop waits for a descriptor of ours, the poller's own: it is readable when one of those that our tasks wait for is
// ready, when another thread calls in, and when the alarm that we set for the nearest timer goes off. Where something is ready
// already we wake the poller ourselves, as another thread would.

#include "base/clock.h"
#include "core/fd.h"
#include "core/task.h"

static int set_alarm(struct async__loop *loop)
{
    uint64_t now = async__loop_now(loop), next = async__timers_next(&loop->timers);
    bool is_due = next <= now || (loop->is_virtual && next != ASYNC__NEVER);
    if (async__has_ready(loop) || is_due || async__has_event(loop, ASYNC__EVENT_MAIL)) {
        loop->poll->wake(loop->poller);
        return 0;
    }
    if (next == loop->alarm)
        return 0;
    loop->alarm = next;
    return loop->poll->alarm(loop->poller, ASYNC__ALARM_OF_TIMERS, next == ASYNC__NEVER ? ASYNC__NEVER : next - now);
}

int async_loop_fd(struct async_loop *l)
{
    struct async__loop *loop = (struct async__loop *)l;
    if (!loop)
        return -ENOMEM;
    if (!loop->poll->descriptor)
        return -ENOTSUP;
    int fd = loop->poll->descriptor(loop->poller);
    if (fd < 0)
        return fd;
    loop->is_inside = true;
    int error = set_alarm(loop);
    return error < 0 ? error : fd;
}

int async_loop_turn(struct async_loop *l)
{
    struct async__loop *loop = (struct async__loop *)l;
    if (!loop)
        return -ENOMEM;
    if (async__thread.running || loop->is_running)
        return -EBUSY;
    loop->waits = ASYNC__LOOKS;
    int error = async__loop_turn(loop);
    loop->waits = ASYNC__WAITS;
    if (!error && loop->is_inside)
        error = set_alarm(loop);
    return error;
}
