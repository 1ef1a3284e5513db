// 1,000,000 async calls inside each other, which suspend or not, need memory but no C stack.
// RUN: %cc %s -o %t %libs && %t 1000000

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

// async long down(long n, _Bool waits), as asyncc writes it.
struct down_frame { struct async__frame base; long n; _Bool waits; };
struct down_result { struct async__frame *suspended; long value; };
static struct async__frame *down_resume(struct async_task *task, struct async__frame *base);
DESCRIBE(down, struct down_frame, long);

static struct down_result down_start(struct async_task *task, long n, _Bool waits);

__attribute__((always_inline)) static inline struct down_result down_body(struct async_task *task,
    struct down_frame *frame, _Bool starting, int state, long n, _Bool waits)
{
    struct down_result r;
    struct async__frame *op;
    if (state < 0)
        return (struct down_result){ ASYNC__UNWOUND, 0 };
    switch (state) {
    case 0:
        if (!starting)
            n = frame->n, waits = frame->waits;
        break;
    case 1:
        n = frame->n;
        memcpy(&r.value, task->value, sizeof r.value);
        goto resumed_1;
    case 2:
        return (struct down_result){ 0, 0 };
    }
    if (n == 0) {
        if (!waits)
            return (struct down_result){ 0, 0 };
        op = async__await(task, async_yield(), 0);
        if (op == ASYNC__UNWOUND)
            return (struct down_result){ ASYNC__UNWOUND, 0 };
        if (op) {
            if (starting)
                frame = async__frame_new(task, &down_function, sizeof *frame);
            frame->base.state = 2;
            op->awaiter = &frame->base;
            return (struct down_result){ &frame->base, 0 };
        }
        return (struct down_result){ 0, 0 };
    }
    r = down_start(task, n - 1, waits);
    if (r.suspended) {
        if (r.suspended == ASYNC__UNWOUND)
            return (struct down_result){ ASYNC__UNWOUND, 0 };
        if (starting)
            frame = async__frame_new(task, &down_function, sizeof *frame);
        frame->n = n;
        frame->base.state = 1;
        r.suspended->awaiter = &frame->base;
        return (struct down_result){ &frame->base, 0 };
    }
resumed_1:
    return (struct down_result){ 0, r.value + n };
}

static struct down_result down_start(struct async_task *task, long n, _Bool waits)
{
    if (async__stack_low(task)) {
        struct down_frame *frame = async__frame_try(task, &down_function, sizeof *frame);
        if (!frame)
            return (struct down_result){ ASYNC__UNWOUND, 0 };
        frame->base.state = 0;
        frame->n = n;
        frame->waits = waits;
        return (struct down_result){ async__start_later(task, &frame->base), 0 };
    }
    return down_body(task, 0, 1, 0, n, waits);
}

static struct async__frame *down_resume(struct async_task *task, struct async__frame *base)
{
    struct down_result r = down_body(task, (struct down_frame *)base, 0, base->state, 0, 0);
    if (r.suspended == ASYNC__UNWOUND)
        return async__frame_unwind(task, base);
    if (r.suspended)
        return 0;
    memcpy(task->value, &r.value, sizeof r.value);
    return async__frame_end(task, base);
}

static future(long) down(long n, _Bool waits)
{
    MAKE(down, struct down_frame);
    if (f) {
        f->n = n;
        f->waits = waits;
    }
    return MADE;
}

// The same through coroutine objects.
struct deep { struct async__frame base; long n; };
static future(long) deep(long n);
static struct async__frame *deep_resume(struct async_task *task, struct async__frame *base)
{
    struct deep *f = (struct deep *)base;
    if (base->state < 0)
        UNWIND;
    BEGIN
    if (f->n == 0)
        RETURN(long, 0);
    AWAIT(deep(f->n - 1))
    RETURN(long, VALUE(long) + f->n);
    END;
}
DESCRIBE(deep, struct deep, long);
static future(long) deep(long n)
{
    MAKE(deep, struct deep);
    if (f)
        f->n = n;
    return MADE;
}

// A deep call that is cancelled unwinds as deep.
SCRIPT(cancels, future(long) t;)
{
    SCRIPT_BEGIN(cancels)
    f->t = async_create_task(down(100000, 1));
    async_cancel(f->t);
    AWAIT(async_join(f->t, NULL))
    assert(VALUE(int) == -ECANCELED);
    RETURN_VOID;
    END;
}

int main(int argc, char **argv)
{
    long n = argc > 1 ? atol(argv[1]) : 1000;
    assert(async_run(down(n, 0)) == n * (n + 1) / 2);
    assert(async_run(down(n, 1)) == n * (n + 1) / 2);
    assert(async_run(deep(n)) == n * (n + 1) / 2);
    async_run(cancels());
    return 0;
}
