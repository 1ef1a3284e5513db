// producer.c: the streams of generator functions.
//
// The body of such a function runs in the task that wants a value: its frame goes on top of that task's frames and leaves
// them again when it yields. Only one task at a time can be in there; others stand in line.
//
//     next    enters the body; it yields ──> true, it ends ──> false. Busy: joins the line
//     close   enters a body that rests so that it unwinds; one that has not begun never does
//
// The task is told by the frame between: `caller` is what the body returns to, and hands on what it has been given.
//
// Fills: async__producer_new.

#include "base/alloc.h"
#include "core/generator.h"
#include "core/task.h"

#include <string.h>

static struct async__producer *of_base(struct async__generator *g)
{
    return ASYNC__CONTAINER(g, struct async__producer, base);
}

static void producer_free(struct async__producer *p)
{
    if (p->is_listed)
        async__generator_fini(&p->base);
    async__free(p);
}

// ---- entering the body

static void begin(struct async__producer *p, struct async__loop *loop)
{
    if (!p->is_listed)
        async__generator_init(&p->base, p->base.ops, loop);
    p->is_listed = true;
    if (!p->has_begun)
        async__object_used(p->object);
    p->has_begun = true;
}

// `task` is in the body from now on; returns the body's frame, which is to be resumed.
static struct async__frame *enter(struct async__producer *p, struct async_task *task, void *place)
{
    struct async__frame *body = async__root_in_place(p->object);
    begin(p, async__loop_of(task));
    p->user = task;
    p->place = place;
    p->caller.state = 1;
    body->awaiter = &p->caller;
    return body;
}

// The same for a task that waits: it goes on in the body at its turn.
static void enter_later(struct async__producer *p, struct async_task *task, void *place)
{
    struct async__frame *body = enter(p, task, place);
    p->caller.awaiter = task->op.awaiter;
    task->op.awaiter = body;
    async__task_ready(task);
}

static void unwind_body(struct async__producer *p, struct async_task *task)
{
    struct async__frame *body = async__root(p->object);
    body->state = -body->state;
    p->is_closing = true;
    async__mask(task);         // a cleanup: no request interrupts it
    task->reason = -ECANCELED;
}

static void close_later(struct async__producer *p)
{
    struct async_task *closer = p->closer;
    p->closer = NULL;
    closer->target = NULL;
    if (!p->object) {
        producer_free(p);
        async__task_ready(closer);
        return;
    }
    enter_later(p, closer, NULL);
    unwind_body(p, closer);
}

// Nothing will come any more.
static void end_line(struct async__producer *p)
{
    struct async__waiter *w;
    while ((w = async__chain_pop(&p->line))) {
        struct async_task *task = async__task_of(w);
        task->target = NULL;
        task->value[0] = 0;
        async__task_ready(task);
    }
}

// The body has yielded or ended, and its user leaves it. It may be gone behind this.
static void leave(struct async__producer *p, struct async_task *task, bool rests)
{
    struct async__waiter *w;
    p->user = NULL;
    if (!rests)
        p->object = NULL;
    if (p->is_closing) {
        async__unmask(task);
        producer_free(p);
    } else if (p->closer) {
        close_later(p);
    } else if (!p->object) {
        end_line(p);
    } else if ((w = async__chain_pop(&p->line))) {
        struct async_task *next = async__task_of(w);
        void *place = next->out;
        next->target = NULL;
        enter_later(p, next, place);
    }
}

// ---- the body returns

static struct async__frame *resume_caller(struct async_task *task, struct async__frame *caller)
{
    struct async__producer *p = ASYNC__CONTAINER(caller, struct async__producer, caller);
    struct async__frame *awaiter = caller->awaiter;
    bool unwound = caller->state < 0;
    if (unwound && !p->is_closing)
        awaiter->state = -awaiter->state;
    leave(p, task, !unwound && task->value[0]);
    return awaiter;
}

static const struct async__function function_caller = { .name = "async_next", .resume = resume_caller };
static const struct async__function function_rest = { .name = "yield", .resume = async__task_end };

// Runs the body as far as it goes now. True: it has yielded or ended (caller.state < 0: by unwinding); false: it waits.
static bool run(struct async__producer *p, struct async_task *task, struct async__frame *body)
{
    if (async__stack_low(task)) {
        async__start_later(task, body);
        return false;
    }
    struct async__frame *frame = body;
    do
        frame = frame->function->resume(task, frame);
    while (frame && frame != &p->caller);
    return frame;
}

// ---- next

static void next_withdraw(struct async_task *task)
{
    struct async__producer *p = task->target;
    async__chain_remove(&p->line, &task->waiter);
    task->target = NULL;
    async__task_unwind(task, async__reason(task));
}

// Who is in the body now is whom the others wait for.
static const struct async_task *awaits_for(const struct async_task *task, size_t index)
{
    return index == 0 ? ((const struct async__producer *)task->target)->user : NULL;
}

static const struct async__function function_next = {
    .name = "async_next", .resume = async__task_end, .withdraw = next_withdraw, .awaits_for = awaits_for
};

static struct async__next_result stand_in_line(struct async_task *task, struct async__producer *p, void *place)
{
    if (async__is_interrupted(task))
        return (struct async__next_result){ async__unwound(task, async__reason(task)), false };
    struct async__frame *op = async__wait_in(task, &function_next);
    task->out = place;
    task->target = p;
    async__chain_push(&p->line, &task->waiter);
    return (struct async__next_result){ op, false };
}

static struct async__next_result producer_next(struct async_task *task, struct async__generator *g, void *place)
{
    struct async__producer *p = of_base(g);
    if (p->user)
        return stand_in_line(task, p, place);
    if (!p->object)
        return (struct async__next_result){ NULL, false };
    if (!run(p, task, enter(p, task, place)))
        return (struct async__next_result){ &p->caller, false };
    bool unwound = p->caller.state < 0, has_value = !unwound && task->value[0];
    leave(p, task, has_value);
    return (struct async__next_result){ unwound ? ASYNC__UNWOUND : NULL, has_value };
}

// ---- close

static void close_withdraw(struct async_task *task)
{
    // It ends when the user of the body leaves it, and the request waits.
    (void)task;
}

static const struct async__function function_close = {
    .name = "async_generator_close", .resume = async__task_end, .withdraw = close_withdraw, .awaits_for = awaits_for
};

static struct async__close_result producer_close(struct async_task *task, struct async__generator *g)
{
    struct async__producer *p = of_base(g);
    end_line(p);
    if (p->user) {
        struct async__frame *op = async__wait_in(task, &function_close);
        task->target = p;
        p->closer = task;
        return (struct async__close_result){ op };
    }
    if (p->object && !p->has_begun) {
        async__object_discard(p->object);
        p->object = NULL;
    }
    if (!p->object) {
        producer_free(p);
        return (struct async__close_result){ NULL };
    }
    struct async__frame *body = enter(p, task, NULL);
    unwind_body(p, task);
    if (!run(p, task, body))
        return (struct async__close_result){ &p->caller };
    leave(p, task, false);
    return (struct async__close_result){ NULL };
}

static const struct async__generator_ops producer_ops = { producer_next, producer_close };

void *async__producer_new(struct async_task *object)
{
    if (!object)
        return NULL;
    struct async__producer *p = async__alloc(sizeof *p);
    if (!p) {
        async__object_unmake(object);
        return NULL;
    }
    memset(p, 0, sizeof *p);
    async__generator_made(&p->base);
    p->base.ops = &producer_ops;
    p->caller.function = &function_caller;
    p->rest.function = &function_rest;
    p->object = object;
    if (async__thread.running) {
        async__generator_init(&p->base, &producer_ops, async__thread.running);
        p->is_listed = true;
    }
    return &p->base;
}
