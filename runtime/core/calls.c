// calls.c: plain functions that the loop calls: soon, later, from other threads, at the end of a future.
//
// A call is a waiter with a function in it. It goes the way of a task: due timers put it on the ready queue, and it
// runs in the turn's order. Calls that are still there when the loop closes are freed and never made; among them those that
// wait for the end of a promise, which may outlive the loop: it knows them.

#include "core/calls.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "core/interrupt.h"
#include "core/task.h"
#include "system/signals.h"

struct async__call {
    struct async__timer timer;       // its waiter is how the call is made, whatever it waits for
    struct async__loop *loop;
    void (*function)(void *);
    void *argument;
    struct async_task *object;       // for whose end it waits; null: none
    struct async__call *next, **prev;       // then: in loop->watches
};

static void watch(struct async__call *call, struct async_task *object)
{
    struct async__loop *loop = call->loop;
    call->object = object;
    call->next = loop->watches;
    call->prev = &loop->watches;
    if (call->next)
        call->next->prev = &call->next;
    loop->watches = call;
    async__wait_for(object, &call->timer.waiter, loop);
}

static void watch_no_more(struct async__call *call)
{
    *call->prev = call->next;
    if (call->next)
        call->next->prev = call->prev;
    call->object = NULL;
}

static void call_run(struct async__waiter *w)
{
    struct async__call *call = ASYNC__CONTAINER(w, struct async__call, timer.waiter);
    struct async__call copy = *call;
    async__free(call);
    copy.function(copy.argument);
}

static const struct async__function by_call_run = { .wake = call_run };

static void call_ready(struct async__waiter *w)
{
    struct async__call *call = ASYNC__CONTAINER(w, struct async__call, timer.waiter);
    if (call->object)
        watch_no_more(call);
    w->function = &by_call_run;
    async__ready_push(&call->loop->base, w);
}

static const struct async__function by_call_ready = { .wake = call_ready };

static struct async__call *call_new(struct async__loop *loop, void (*function)(void *), void *argument)
{
    struct async__call *call = loop ? async__alloc(sizeof *call) : NULL;
    if (call)
        *call = (struct async__call){ .timer.waiter.function = &by_call_ready, .loop = loop, .function = function, .argument = argument };
    return call;
}

int async_call_soon(void (*function)(void *), void *argument)
{
    struct async__call *call = call_new(async__loop_get(), function, argument);
    if (!call)
        return -ENOMEM;
    call_ready(&call->timer.waiter);
    return 0;
}

static int call_at(struct async__loop *loop, uint64_t deadline, void (*function)(void *), void *argument)
{
    struct async__call *call = call_new(loop, function, argument);
    if (!call)
        return -ENOMEM;
    async__loop_add_timer(loop, &call->timer, deadline);
    return 0;
}

int async_call_later(double seconds, void (*function)(void *), void *argument)
{
    struct async__loop *loop = async__loop_get();
    uint64_t duration = async__nanoseconds(seconds);
    return loop ? call_at(loop, async__later(async__loop_now(loop), duration), function, argument) : -ENOMEM;
}

int async_call_at(double when, void (*function)(void *), void *argument)
{
    struct async__loop *loop = async__loop_get();
    return loop ? call_at(loop, async__nanoseconds(when), function, argument) : -ENOMEM;
}

int async__add_done_callback(void *handle, void (*function)(void *), void *argument)
{
    struct async_task *object = async__task_make(handle);
    if (!object || async__has_ended(object))
        return async_call_soon(function, argument);
    struct async__loop *loop = async__loop_get();
    struct async__call *call = call_new(loop, function, argument);
    if (!call)
        return -ENOMEM;
    watch(call, object);
    return 0;
}

// ---- other threads

void async__loop_send(struct async__loop *loop, struct async__waiter *letter)
{
    struct async__mailbox *mailbox = &loop->mailbox;
    pthread_mutex_lock(&mailbox->mutex);
    bool is_first = !mailbox->first;
    async__chain_push(&mailbox->first, letter);
    async__add_event(loop, ASYNC__EVENT_MAIL);
    // Under the mutex: once the loop has seen the letter it may close.
    if (is_first)
        loop->poll->wake(loop->poller);
    pthread_mutex_unlock(&mailbox->mutex);
}

int async_call_soon_threadsafe(struct async_loop *l, void (*function)(void *), void *argument)
{
    struct async__loop *loop = (struct async__loop *)l;
    struct async__call *call = call_new(loop, function, argument);
    if (!call)
        return -ENOMEM;
    async__loop_send(loop, &call->timer.waiter);
    return 0;
}

void async__calls_collect(struct async__loop *loop)
{
    struct async__mailbox *mailbox = &loop->mailbox;
    if (!async__has_event(loop, ASYNC__EVENT_MAIL))
        return;
    pthread_mutex_lock(&mailbox->mutex);
    struct async__waiter *first = mailbox->first, *w;
    mailbox->first = NULL;
    async__remove_event(loop, ASYNC__EVENT_MAIL);
    pthread_mutex_unlock(&mailbox->mutex);
    while ((w = async__chain_pop(&first)))
        w->function->wake(w);
    async__interrupts_collect(loop);
    async__signals_collect(loop);
}

// ---- timers that the program owns

static struct async_timer *timer_of(struct async__waiter *w)
{
    return ASYNC__CONTAINER(w, struct async_timer, timer.waiter);
}

static void timer_run(struct async__waiter *w)
{
    struct async_timer *timer = timer_of(w);
    timer->state = ASYNC__TIMER_IDLE;
    // It may start again from its function, or be gone after it.
    timer->function(timer->argument);
}

static const struct async__function by_timer_run = { .wake = timer_run };

static void timer_ready(struct async__waiter *w)
{
    struct async_timer *timer = timer_of(w);
    timer->state = ASYNC__TIMER_READY;
    w->function = &by_timer_run;
    async__ready_push(timer->loop, w);
}

static const struct async__function by_timer_ready = { .wake = timer_ready };

int async_timer_start(struct async_timer *timer, double seconds, void (*function)(void *), void *argument)
{
    struct async__loop *loop = async__loop_get();
    if (!loop)
        return -ENOMEM;
    async_timer_stop(timer);
    timer->loop = &loop->base;
    timer->function = function;
    timer->argument = argument;
    timer->timer.waiter.function = &by_timer_ready;
    uint64_t deadline = async__later(async__loop_now(loop), async__nanoseconds(seconds));
    async__loop_add_timer(loop, &timer->timer, deadline);
    timer->state = ASYNC__TIMER_SET;
    return 0;
}

void async_timer_stop(struct async_timer *timer)
{
    if (timer->state == ASYNC__TIMER_SET)
        async__timer_remove(&timer->timer);
    else if (timer->state == ASYNC__TIMER_READY)
        async__ready_remove((struct async__loop *)timer->loop, &timer->timer.waiter);
    timer->state = ASYNC__TIMER_IDLE;
}

// ---- the end of the loop

static void drop(struct async__waiter *w)
{
    if (w->function == &by_call_ready || w->function == &by_call_run)
        async__free(ASYNC__CONTAINER(w, struct async__call, timer.waiter));
    else if (w->function == &by_timer_ready || w->function == &by_timer_run)
        timer_of(w)->state = ASYNC__TIMER_IDLE;
}

void async__calls_drop(struct async__loop *loop)
{
    struct async__waiter *w, *next;
    struct async__timer *timer;
    async__calls_collect(loop);
    while (loop->watches) {
        struct async__call *call = loop->watches;
        async__wait_no_more(call->object, &call->timer.waiter);
        watch_no_more(call);
        async__free(call);
    }
    bool is_last = false;
    for (w = loop->next; !is_last; w = next) {       // those of this turn, its end, those of the next one
        is_last = w == loop->base.ready_last;
        next = w->next;
        drop(w);
    }
    while ((timer = async__timers_take(&loop->timers)))
        drop(&timer->waiter);
}
