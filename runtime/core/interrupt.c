// interrupt.c: SIGINT while main runs.
//
//     the first     leaves a mark and wakes the loop, which asks main to stop at its next turn
//     the second    kills, for the handler was good for one
//     at the end    everything has been left: stdio is flushed, and the process ends as SIGINT would have ended it, so that
//                   a shell sees 130 and a script stops
//
// Only `async main` does this: a program with a C main has its own way to live. It keeps what it finds, too: where SIGINT is
// ignored (nohup, background jobs) or has a handler already, nothing is done, and a handler that is set later replaces ours.
//
// The handler may run on any thread and at any time. It touches atomics and the poller's wake, which is one write; `inside`
// keeps the loop there for as long as it does.

#define _GNU_SOURCE

#include "core/interrupt.h"

#include "core/task.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static struct async__loop *watched;      // the loop that main runs on, or null
static struct async_task *main_object;
static pid_t owner;
static bool has_come, is_pending;        // since then; and main has not been asked yet
static int inside;

// SA_RESETHAND: from now on SIGINT has its default action.
static void on_interrupt(int number)
{
    int interrupted_errno = errno;
    if (getpid() != owner) {
        raise(number);                   // a child that was forked: it has no loop that could end it
        return;
    }
    __atomic_add_fetch(&inside, 1, __ATOMIC_SEQ_CST);
    struct async__loop *loop = __atomic_load_n(&watched, __ATOMIC_SEQ_CST);
    __atomic_store_n(&has_come, true, __ATOMIC_SEQ_CST);
    if (loop) {
        __atomic_store_n(&is_pending, true, __ATOMIC_SEQ_CST);
        async__add_event(loop, ASYNC__EVENT_MAIL);
        loop->poll->wake(loop->poller);
    }
    __atomic_sub_fetch(&inside, 1, __ATOMIC_SEQ_CST);
    errno = interrupted_errno;
}

void async__interrupts_begin(struct async__loop *loop, struct async_task *main)
{
    struct sigaction old;
    if (sigaction(SIGINT, NULL, &old) < 0 || old.sa_flags & SA_SIGINFO || old.sa_handler != SIG_DFL)
        return;
    owner = getpid();
    main_object = main;
    __atomic_store_n(&watched, loop, __ATOMIC_SEQ_CST);
    struct sigaction action = { .sa_handler = on_interrupt, .sa_flags = SA_RESETHAND | SA_RESTART };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

void async__interrupts_collect(struct async__loop *loop)
{
    if (loop == __atomic_load_n(&watched, __ATOMIC_RELAXED) && __atomic_exchange_n(&is_pending, false, __ATOMIC_SEQ_CST))
        async__cancel(main_object);
}

bool async__interrupts_has(const struct sigaction *action)
{
    return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == on_interrupt;
}

void async__interrupts_end(struct async__loop *loop)
{
    struct sigaction now;
    if (loop != __atomic_load_n(&watched, __ATOMIC_RELAXED))
        return;
    if (sigaction(SIGINT, NULL, &now) == 0 && async__interrupts_has(&now))
        signal(SIGINT, SIG_DFL);
    __atomic_store_n(&watched, NULL, __ATOMIC_SEQ_CST);
    while (__atomic_load_n(&inside, __ATOMIC_SEQ_CST))
        sched_yield();
}

void async__interrupts_obey(void)
{
    sigset_t set;
    if (!has_come)
        return;
    fflush(NULL);
    signal(SIGINT, SIG_DFL);
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(SIGINT);
}
