// loop.c: one turn after the other.
//
//     turn:  run what is ready        what becomes ready meanwhile waits for the next turn
//            wake what is due         timers
//            take what others sent    calls from other threads, SIGINT
//            look at descriptors      now and then, see wait.c
//            wait                     only if nothing is ready: for the nearest timer, a descriptor, another thread
//
// The C stack below the loop is what awaits nest on; a start that finds less than STACK_BUDGET of it used up goes on,
// any other one is put off to the loop.
//
// Needs: timers, a poller. Fills: the order in which everything happens.

#include "core/loop.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "base/options.h"
#include "base/random.h"
#include "core/calls.h"
#include "core/fd.h"
#include "core/generator.h"
#include "core/interrupt.h"
#include "core/task.h"
#include "system/signals.h"
#include "system/threads.h"

#include <string.h>

enum { STACK_BUDGET = 64 * 1024 };

_Thread_local struct async__thread async__thread;
__thread struct async_loop *async__here;

// ---- making and getting
//
// Where there was no memory for a loop, what is called with the null pointer does nothing, or gives -ENOMEM.

static const struct async__function by_relief;

static void init_order(struct async__loop *loop)
{
    if (async__options.seeded)
        async__add_event(loop, ASYNC__EVENT_SHUFFLE);
    loop->random = async__options.seed;
    loop->is_virtual = async__options.virtual_clock;
}

struct async__loop *async__loop_new(void)
{
    struct async__loop *loop = async__alloc(sizeof *loop);
    if (!loop)
        return NULL;
    memset(loop, 0, offsetof(struct async__loop, timers));
    loop->next = loop->base.ready_last = &loop->turn;
    loop->relief.function = &by_relief;
    loop->closer.task.op.status = ASYNC__DONE;
    if (async__options.hard)
        loop->base.stack_limit = UINTPTR_MAX;
    init_order(loop);
    async__timers_init(&loop->timers, async__loop_now(loop));
    int error;
    loop->poller = async__poller_open(loop, &loop->poll, &error);
    if (!loop->poller)
        goto free_loop;
    if (async__reserve_init(&loop->reserve) < 0)
        goto close_poller;
    pthread_mutex_init(&loop->mailbox.mutex, NULL);
    async__pools_enter(&loop->base);
    return loop;

close_poller:
    loop->poll->close(loop->poller);
free_loop:
    async__free(loop);
    return NULL;
}

struct async__loop *async__loop_get(void)
{
    if (!async__loop_here())
        async__set_loops(async__thread.running, async__loop_new());
    return async__loop_here();
}

struct async_loop *async_get_event_loop(void)
{
    return (struct async_loop *)async__loop_get();
}

struct async_loop *async_new_event_loop(void)
{
    struct async__loop *loop = async__loop_new();
    // The first loop that a thread makes is the one that its tasks are made for while none runs.
    if (!async__thread.own)
        async__set_loops(async__thread.running, loop);
    return (struct async_loop *)loop;
}

// ---- time

uint64_t async__loop_now(const struct async__loop *loop)
{
    return loop->is_virtual ? loop->virtual_now : async__clock_now() + loop->offset;
}

double async_loop_time(void)
{
    struct async__loop *loop = async__loop_here();
    return (double)(loop ? async__loop_now(loop) : async__clock_now()) / 1e9;
}

void async_set_virtual_clock(struct async_loop *l, _Bool is_virtual)
{
    struct async__loop *loop = (struct async__loop *)l;
    if (!loop)
        return;
    uint64_t now = async__loop_now(loop);
    loop->is_virtual = is_virtual;
    loop->virtual_now = now;
    loop->offset = now - async__clock_now();
}

void async_set_seed(struct async_loop *l, uint64_t seed)
{
    struct async__loop *loop = (struct async__loop *)l;
    if (!loop)
        return;
    async__add_event(loop, ASYNC__EVENT_SHUFFLE);
    loop->random = seed;
}

// ---- the order of ready tasks, drawn from the seed

// Takes the first `count` of a list, as two sorted halves. A waiter on the ready queue needs no prev, so its key stands there.
static struct async__waiter *sort_by_key(struct async__waiter **list, size_t count)
{
    if (count == 1) {
        struct async__waiter *w = *list;
        *list = w->next;
        w->next = NULL;
        return w;
    }
    struct async__waiter *a = sort_by_key(list, count / 2);
    struct async__waiter *b = sort_by_key(list, count - count / 2);
    struct async__waiter *first = NULL, **end = &first;
    while (a && b) {
        struct async__waiter **smaller = (uintptr_t)a->prev <= (uintptr_t)b->prev ? &a : &b;
        *end = *smaller;
        end = &(*end)->next;
        *smaller = *end;
    }
    *end = a ? a : b;
    return first;
}

// All that is behind the end of the turn: what the next one runs.
static void shuffle(struct async__loop *loop)
{
    struct async__waiter *first = loop->turn.next, *last = loop->base.ready_last;
    size_t count = 1;
    for (struct async__waiter *w = first; w != last; w = w->next)
        count++;
    for (struct async__waiter *w = first;; w = w->next) {
        w->prev = (struct async__waiter *)(uintptr_t)async__random(&loop->random);
        if (w == last)
            break;
    }
    struct async__waiter *sorted = sort_by_key(&first, count);
    loop->turn.next = sorted;
    while (sorted->next)
        sorted = sorted->next;
    loop->base.ready_last = sorted;
}

// ---- the ready queue
//
//     next -> a -> b -> turn -> c -> d <- ready_last
//
// a and b still run in this turn, c and d in the next one. The end of the turn stands in the queue itself, so the queue is never
// empty, and whoever adds to it need not ask.

void async__ready_push_front(struct async__loop *loop, struct async__waiter *w)
{
    w->next = loop->next;
    loop->next = w;
}

void async__ready_remove(struct async__loop *loop, struct async__waiter *w)
{
    struct async__waiter *before = NULL;
    for (struct async__waiter *i = loop->next; i != w; i = i->next)
        before = i;
    if (before)
        before->next = w->next;
    else
        loop->next = w->next;
    if (loop->base.ready_last == w)
        loop->base.ready_last = before;
}

// ---- a turn

// Tasks that got frames of the reserve have to give them back before the next one needs some.
static void relieve_hurt(struct async__waiter *w)
{
    struct async__loop *loop = ASYNC__CONTAINER(w, struct async__loop, relief);
    loop->needs_relief = false;
    struct async__task_list all = async__tasks_list(loop);
    for (struct async_task *task; (task = async__tasks_next(&all));) {
        if (!(task->op.flags & ASYNC__IS_HURT))
            continue;
        task->op.flags &= ~ASYNC__IS_HURT;
        async__ask(task, ASYNC__IS_SHORT);
    }
}

static const struct async__function by_relief = { .wake = relieve_hurt };

void async__loop_relieve(struct async__loop *loop)
{
    if (!loop->needs_relief)
        async__ready_push_front(loop, &loop->relief);
    loop->needs_relief = true;
}

static void wake_due(struct async__loop *loop)
{
    if (!async__has_event(loop, ASYNC__EVENT_TIMER))
        return;
    async__timers_fire(&loop->timers, async__loop_now(loop));
    if (async__timers_next(&loop->timers) == ASYNC__NEVER)
        async__remove_event(loop, ASYNC__EVENT_TIMER);
}

enum { LOOP_STOPS = 1 };

// The end of the turn is the first of the queue. Returns 0, LOOP_STOPS, or why there can be no next turn.
static int look_around(struct async__loop *loop)
{
    wake_due(loop);
    async__calls_collect(loop);
    if (async__has_event(loop, ASYNC__EVENT_STOP))
        return LOOP_STOPS;
    if (async__has_event(loop, ASYNC__EVENT_CLOSE) && !async__has_tasks(loop))
        return 0;
    if (loop->base.ready_last == &loop->turn)
        return async__loop_wait(loop);
    int error = async__has_event(loop, ASYNC__EVENT_DESCRIPTORS) ? async__loop_look(loop) : 0;
    if (async__has_event(loop, ASYNC__EVENT_SHUFFLE))
        shuffle(loop);
    return error;
}

static const struct async__function nothing;

// Runs what is ready until the loop is to stop; `once`: for one turn. Returns as look_around() does.
__attribute__((always_inline)) static inline int run_turns(struct async__loop *loop, bool once)
{
    // A test that counts the waits wants to be asked after each step: async__task_run() does.
    const struct async__function *ready = async__options.fail.kind > ASYNC__FAIL_ALLOC ? &nothing : &async__function_ready;
    struct async__waiter *turn = &loop->turn, *w = loop->next;
    for (;;) {
        while (__builtin_expect(w->function == ready, 1)) {
            loop->next = w->next;
            async__task_step(loop, async__task_of(w));
            w = loop->next;
        }
        if (__builtin_expect(w != turn, 0)) {
            loop->next = w->next;
            loop->current = NULL;
            w->function->wake(w);
        } else if (__builtin_expect(async__has_event(loop, 0xff) || loop->base.ready_last == turn, 0)) {
            loop->current = NULL;
            int error = look_around(loop);
            bool is_idle = loop->base.ready_last == turn;
            if (!is_idle) {
                loop->next = turn->next;
                async__ready_push(&loop->base, turn);
            }
            if (error || once)
                return error;
        } else {
            w = turn->next;
            async__ready_push(&loop->base, turn);
            if (!once)
                continue;
            loop->next = w;
            return 0;
        }
        w = loop->next;
    }
}

// ---- running

static uintptr_t stack_here(void)
{
    return (uintptr_t)__builtin_frame_address(0);
}

static void enter(struct async__loop *loop)
{
    async__set_loops(loop, async__thread.own);
    loop->is_running = true;
    if (!async__options.hard)
        loop->base.stack_limit = stack_here() - STACK_BUDGET;
}

static void leave(struct async__loop *loop)
{
    loop->is_running = false;
    async__remove_event(loop, ASYNC__EVENT_STOP);
    loop->current = NULL;
    async__set_loops(NULL, async__thread.own);
}

// Stops the loop once a future has ended: one turn later, as asyncio does, so that what became ready together with the
// end still has its step.
struct stopper {
    struct async__waiter waiter;
    struct async__loop *loop;
    bool is_queued, is_done;
};

static void stop_now(struct async__waiter *w)
{
    struct stopper *stopper = ASYNC__CONTAINER(w, struct stopper, waiter);
    stopper->is_queued = false;
    stopper->is_done = true;
    async__add_event(stopper->loop, ASYNC__EVENT_STOP);
}

static const struct async__function by_stop_now = { .wake = stop_now };

static void stop_soon(struct async__waiter *w)
{
    struct stopper *stopper = ASYNC__CONTAINER(w, struct stopper, waiter);
    stopper->is_queued = true;
    w->function = &by_stop_now;
    async__ready_push(&stopper->loop->base, w);
}

static const struct async__function by_stop_soon = { .wake = stop_soon };

static void stopper_remove(struct stopper *stopper, struct async_task *until)
{
    if (stopper->is_queued)
        async__ready_remove(stopper->loop, &stopper->waiter);
    else if (!stopper->is_done)
        async__wait_no_more(until, &stopper->waiter);
}

int async__loop_run(struct async__loop *loop, struct async_task *until)
{
    struct stopper stopper = { .waiter.function = &by_stop_soon, .loop = loop };
    int error = 0;
    if (until && async__has_ended(until))
        return 0;
    if (until)
        async__wait_for(until, &stopper.waiter, loop);
    enter(loop);
    error = run_turns(loop, false);
    leave(loop);
    error = error == LOOP_STOPS ? 0 : error;
    if (until)
        stopper_remove(&stopper, until);
    return error;
}

// What it runs is what was ready before, or else what it finds.
int async__loop_turn(struct async__loop *loop)
{
    enter(loop);
    int error = async__has_ready(loop) ? 0 : look_around(loop);
    if (loop->next == &loop->turn && loop->base.ready_last != &loop->turn) {
        loop->next = loop->turn.next;
        async__ready_push(&loop->base, &loop->turn);
    }
    if (!error && loop->next != &loop->turn)
        error = run_turns(loop, true);
    leave(loop);
    return error == LOOP_STOPS ? 0 : error;
}

int async_run_forever(struct async_loop *l)
{
    struct async__loop *loop = (struct async__loop *)l;
    if (!loop)
        return -ENOMEM;
    if (async__thread.running || loop->is_running)
        return -EBUSY;
    int error = async__loop_run(loop, NULL);
    if (error == -EDEADLK)
        async__report_deadlock(loop);
    return error;
}

int async_loop_stop(struct async_loop *l)
{
    if (!l)
        return -ENOMEM;
    async__add_event((struct async__loop *)l, ASYNC__EVENT_STOP);
    return 0;
}

void async_loop_hold(struct async_loop *l)
{
    if (l)
        ((struct async__loop *)l)->held++;
}

void async_loop_unhold(struct async_loop *l)
{
    if (l)
        ((struct async__loop *)l)->held--;
}

// ---- closing

// Asks all tasks that are there, but once. False: there are none.
static bool cancel_tasks(struct async__loop *loop)
{
    if (!async__has_tasks(loop))
        return false;
    if (loop->asked == loop->base.made)
        return true;
    loop->asked = loop->base.made;
    // A request may end promises and wake tasks, but no task ends before it runs.
    struct async__task_list all = async__tasks_list(loop);
    for (struct async_task *task; (task = async__tasks_next(&all));)
        async__ask(task, 0);
    return true;
}

// Tasks that wait for each other's end in a circle: the first one is let go.
static bool break_circle(struct async__loop *loop)
{
    struct async__task_list all = async__tasks_list(loop);
    bool is_broken = false;
    for (struct async_task *task; !is_broken && (task = async__tasks_next(&all));)
        is_broken = async__await_break(task);
    async__tasks_forget(&all);
    return is_broken;
}

// Runs every task to its end. Returns 0, or -EDEADLK if a cleanup waits for what cannot come.
static int run_down(struct async__loop *loop)
{
    enter(loop);
    int error = 0;
    while (!error && cancel_tasks(loop)) {
        error = run_turns(loop, true);
        async__remove_event(loop, ASYNC__EVENT_STOP);
        error = error == LOOP_STOPS ? 0 : error;
        if (error == -EDEADLK && (!async__has_tasks(loop) || break_circle(loop)))
            error = 0;
    }
    leave(loop);
    return error;
}

// The tasks that could not be run to their end keep their blocks: somebody's cleanup still points into them.
static void free_loop(struct async__loop *loop)
{
    if (async__has_tasks(loop))
        async__tasks_abandon(loop);
    async__calls_drop(loop);
    async__names_fini(loop);
    async__fds_fini(loop);
    loop->poll->close(loop->poller);
    async__reserve_fini(&loop->reserve);
    pthread_mutex_destroy(&loop->mailbox.mutex);
    async__pools_leave(&loop->base, !loop->is_last);
    async__free(loop);
}

int async__loop_close(struct async__loop *loop)
{
    async__add_event(loop, ASYNC__EVENT_CLOSE);
    int error = run_down(loop);
    while (!error && async__generators_close_one(loop))
        error = run_down(loop);
    if (error == -EDEADLK)
        async__report_deadlock(loop);
    if (async__debug) {
        async__report_unawaited(loop);
        async__objects_forget();
    }
    async__promises_forget(loop);
    if (async__thread.own == loop)
        async__set_loops(async__thread.running, NULL);
    async__signals_end(loop);
    async__interrupts_end(loop);
    async__threads_drain(loop);
    free_loop(loop);
    return error;
}

int async_loop_close(struct async_loop *loop)
{
    if (!loop)
        return 0;
    if (((struct async__loop *)loop)->is_running)
        return -EBUSY;
    return async__loop_close((struct async__loop *)loop);
}
