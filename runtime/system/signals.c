// signals.c: signals that tasks wait for.
//
//     handler     notes the signal in every loop that has taken it over, and wakes those loops
//     the loop    wakes all tasks that wait for it, or keeps it for the next that will
//
// A loop takes a signal over when a task of its first waits for it, and gives it back when it closes: the last one that does
// restores what was there before. The handler may run on any thread and at any time. It touches atomics and the poller's
// wake, which is one write; `inside` keeps what it walks there for as long as it does. Signals of one number that come before
// the loop looks are one, as they are for the system.
//
// main's own SIGINT (core/interrupt.c) yields: our handler takes the place of its handler.

#define _GNU_SOURCE

#include "core/task.h"
#include "system/signals.h"

#include "base/alloc.h"
#include "core/interrupt.h"
#include "core/park.h"

#include <sched.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { SIGNALS = 65 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;    // of what follows, but the handler reads it without
static struct async__signal *takers[SIGNALS];
static struct sigaction before[SIGNALS];
static pid_t owner;
static int inside;

static void on_signal(int number)
{
    int interrupted_errno = errno;
    if (getpid() != __atomic_load_n(&owner, __ATOMIC_RELAXED)) {
        signal(number, SIG_DFL);     // a child that was forked: it has no loop that could take it
        raise(number);
        errno = interrupted_errno;
        return;
    }
    __atomic_add_fetch(&inside, 1, __ATOMIC_SEQ_CST);
    struct async__signal *s = __atomic_load_n(&takers[number], __ATOMIC_SEQ_CST);
    for (; s; s = __atomic_load_n(&s->next_taker, __ATOMIC_SEQ_CST)) {
        __atomic_store_n(&s->has_come, true, __ATOMIC_SEQ_CST);
        __atomic_fetch_or(&s->loop->events, (unsigned char)ASYNC__EVENT_MAIL, __ATOMIC_SEQ_CST);
        s->loop->poll->wake(s->loop->poller);
    }
    __atomic_sub_fetch(&inside, 1, __ATOMIC_SEQ_CST);
    errno = interrupted_errno;
}

// ---- taking over and giving back, under the mutex

static bool is_ours(int number)
{
    struct sigaction now;
    return sigaction(number, NULL, &now) == 0 && !(now.sa_flags & SA_SIGINFO) && now.sa_handler == on_signal;
}

// Where main's own handler was there is nothing to go back to: main ends it itself.
static int install(int number)
{
    struct sigaction action = { .sa_handler = on_signal, .sa_flags = SA_RESTART };
    sigemptyset(&action.sa_mask);
    if (sigaction(number, &action, &before[number]) < 0)
        return -errno;
    if (async__interrupts_has(&before[number])) {
        before[number].sa_handler = SIG_DFL;
        before[number].sa_flags = 0;
    }
    return 0;
}

static void unlink_taker(struct async__signal *gone)
{
    struct async__signal **link = &takers[gone->number];
    while (*link != gone)
        link = &(*link)->next_taker;
    __atomic_store_n(link, gone->next_taker, __ATOMIC_SEQ_CST);
}

static void give_back(struct async__signal *gone)
{
    if (owner != getpid())
        return;
    if (takers[gone->number] == gone && !gone->next_taker && is_ours(gone->number))
        sigaction(gone->number, &before[gone->number], NULL);
    unlink_taker(gone);
}

// The one that is linked is found by the handler from the first signal on.
static int take_over(struct async__signal *s)
{
    if (owner != getpid()) {         // forked: the loops of the parent are no concern of ours
        memset(takers, 0, sizeof takers);
        __atomic_store_n(&owner, getpid(), __ATOMIC_RELAXED);
    }
    s->next_taker = takers[s->number];
    __atomic_store_n(&takers[s->number], s, __ATOMIC_SEQ_CST);
    int error = s->next_taker ? 0 : install(s->number);
    if (error)
        unlink_taker(s);
    return error;
}

static void await_handlers(void)
{
    while (__atomic_load_n(&inside, __ATOMIC_SEQ_CST))
        sched_yield();
}

// ---- what the loop and its tasks call

// A fault comes again for as long as its handler returns.
static bool is_fault(int number)
{
    return number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL;
}

int async__signal_take(int number, struct async__signal **result)
{
    struct async__loop *loop = async__loop_here();
    for (*result = loop->signals; *result; *result = (*result)->next)
        if ((*result)->number == number)
            return 0;
    if (number < 1 || number >= SIGNALS || is_fault(number))
        return -EINVAL;
    struct async__signal *s = async__alloc(sizeof *s);
    if (!s)
        return -ENOMEM;
    *s = (struct async__signal){ .number = number, .loop = loop, .next = loop->signals };
    pthread_mutex_lock(&mutex);
    int error = take_over(s);
    pthread_mutex_unlock(&mutex);
    if (error) {
        await_handlers();
        async__free(s);
        return error;
    }
    *result = loop->signals = s;
    return 0;
}

void async__signals_collect(struct async__loop *loop)
{
    for (struct async__signal *s = loop->signals; s; s = s->next) {
        if (!__atomic_exchange_n(&s->has_come, false, __ATOMIC_SEQ_CST))
            continue;
        s->is_kept = s->line.count == 0;
        while (async__unpark(&s->line, 0))
            ;
    }
}

_Bool async__signals_awaited(const struct async__loop *loop)
{
    const struct async__signal *s = loop->signals;
    while (s && s->line.count == 0)
        s = s->next;
    return s;
}

void async__signals_end(struct async__loop *loop)
{
    if (!loop->signals)
        return;
    pthread_mutex_lock(&mutex);
    for (struct async__signal *s = loop->signals; s; s = s->next)
        give_back(s);
    pthread_mutex_unlock(&mutex);
    await_handlers();
    while (loop->signals) {
        struct async__signal *s = loop->signals;
        loop->signals = s->next;
        async__free(s);
    }
}
