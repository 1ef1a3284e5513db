// wait.c: when the loop asks the poller, and how long it waits.
//
//     something is ready     look now and then: each look that finds nothing doubles the number of turns to the next one
//     nothing is             wait for the nearest timer, a descriptor, another thread. If there is none of them, nothing can
//                            ever wake the loop: a deadlock
//     ... a virtual clock    look; if there is nothing, time jumps to the nearest timer
//     ... inside of another  look once. The other loop waits, for a descriptor of ours: it is readable when there is something
//         loop               to do
//
// Needs: a poller, timers.

#include "base/clock.h"
#include "core/fd.h"
#include "core/task.h"
#include "system/signals.h"

enum { MOST_PATIENCE = 16 };

static bool is_idle(const struct async__loop *loop)
{
    return loop->base.ready_last == &loop->turn;
}

// For a turn of a loop that must not wait.
static int look_once(struct async__loop *loop)
{
    if (loop->waits == ASYNC__HAS_LOOKED)
        return 0;
    loop->waits = ASYNC__HAS_LOOKED;
    return loop->poll->wait(loop->poller, 0);
}

int async__loop_look(struct async__loop *loop)
{
    struct async__fds *fds = &loop->fds;
    if (loop->waits != ASYNC__WAITS) {
        int found = look_once(loop);
        return found < 0 ? found : 0;
    }
    if (!fds->waiting) {
        async__remove_event(loop, ASYNC__EVENT_DESCRIPTORS);
        return 0;
    }
    if (fds->skip > 0) {
        fds->skip--;
        return 0;
    }
    int found = loop->poll->wait(loop->poller, 0);
    fds->patience = found ? 0 : fds->patience == 0 ? 1 : fds->patience < MOST_PATIENCE ? 2 * fds->patience : MOST_PATIENCE;
    fds->skip = fds->patience;
    return found < 0 ? found : 0;
}

static uint64_t from_now(uint64_t time, uint64_t now)
{
    return time == ASYNC__NEVER ? ASYNC__NEVER : time > now ? time - now : 0;
}

// Time jumps to the nearest timer, unless something else comes first.
static void jump(struct async__loop *loop, uint64_t next, uint64_t now)
{
    if (is_idle(loop) && !async__has_event(loop, ASYNC__EVENT_MAIL) && next != ASYNC__NEVER && next > now)
        loop->virtual_now = next;
}

// While another thread works for the loop or may call in, its time is the real one; virtual time passes along.
static bool has_real_time(const struct async__loop *loop)
{
    return loop->held || loop->jobs;
}

static int wait_virtually(struct async__loop *loop, uint64_t next, uint64_t now)
{
    async__fds_renew(loop);
    if (has_real_time(loop) || next == ASYNC__NEVER)
        return loop->poll->wait(loop->poller, from_now(next, now));
    return loop->fds.waiting ? loop->poll->wait(loop->poller, 0) : 0;
}

// True if something outside of the loop could still wake it, at whatever time.
static bool has_outside(const struct async__loop *loop)
{
    return loop->held || loop->promises || loop->fds.waiting || loop->jobs || async__signals_awaited(loop);
}

int async__loop_wait(struct async__loop *loop)
{
    // There may be nothing at that time: then nobody sees it, and the next turn waits on.
    uint64_t next = async__timers_next(&loop->timers);
    int found;
    if (loop->waits == ASYNC__WAITS && next == ASYNC__NEVER && !has_outside(loop))
        return -EDEADLK;
    uint64_t now = async__loop_now(loop), begin = loop->is_virtual ? async__clock_now() : 0;
    uint64_t next_look = async__pools_idle(&loop->base, now);
    loop->fds.patience = loop->fds.skip = 0;
    if (loop->waits != ASYNC__WAITS)
        found = look_once(loop);
    else if (loop->is_virtual)
        found = wait_virtually(loop, next, now);
    else
        found = loop->poll->wait(loop->poller, from_now(next_look < next ? next_look : next, now));
    // A signal may have ended the wait before its time.
    if (loop->is_virtual && found == 0 && (!has_real_time(loop) || async__clock_now() - begin >= from_now(next, now)))
        jump(loop, next, now);
    return found < 0 ? found : 0;
}
