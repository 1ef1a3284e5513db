// Whichever allocation fails, alone or with all after it: an error value, nothing lost, nothing hangs.
// RUN: %cc %s -o %t %libs && sh %S/Inputs/fail-each.sh %t 120

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

// async int chain(int n): frames that are taken when it suspends, as of generated code.
struct chain_frame { struct async__frame base; int n; char room[200]; };
struct chain_result { struct async__frame *suspended; int value; };
static struct async__frame *chain_resume(struct async_task *task, struct async__frame *base);
DESCRIBE(chain, struct chain_frame, int);

static struct chain_result chain_start(struct async_task *task, int n)
{
    struct async__frame *op;
    if (n == 0) {
        op = async__await(task, async_sleep(1), 0);
    } else {
        struct chain_result r = chain_start(task, n - 1);
        op = r.suspended;
    }
    if (!op || op == ASYNC__UNWOUND)
        return (struct chain_result){ op, n };
    struct chain_frame *frame = async__frame_new(task, &chain_function, sizeof *frame);
    frame->n = n;
    frame->base.state = 1;
    op->awaiter = &frame->base;
    return (struct chain_result){ &frame->base, 0 };
}

static struct async__frame *chain_resume(struct async_task *task, struct async__frame *base)
{
    struct chain_frame *frame = (struct chain_frame *)base;
    if (base->state < 0)
        return async__frame_unwind(task, base);
    if (base->state == 0) {
        struct chain_result r = chain_start(task, frame->n);
        if (r.suspended == ASYNC__UNWOUND)
            return async__frame_unwind(task, base);
        if (r.suspended) {
            base->state = 1;
            r.suspended->awaiter = base;
            return 0;
        }
    }
    memcpy(task->value, &frame->n, sizeof frame->n);
    return async__frame_end(task, base);
}

static future(int) chain(int n)
{
    MAKE(chain, struct chain_frame);
    if (f)
        f->n = n;
    return MADE;
}

static void done(void *unused)
{
    (void)unused;
}

SCRIPT(script, async_promise(int) p; generator(int) g; int v; future(int) t; future(int) j; struct big b; int three[3];)
{
    SCRIPT_BEGIN(script)
    // A maker that gets no memory leaves its arguments to the caller.
    f->t = async_create_task(chain(20));
    f->j = async_join(f->t, &f->v);
    if (!f->j)
        async_release(f->t);
    AWAIT(f->j)
    AWAIT(chain(20))
    AWAIT_BIG(big(1, 1), &f->b)
    AWAIT_BIG(async_gather(mycoro(1, 1), mycoro(2, 1), chain(3)), f->three)
    f->p = async_promise_new(int);
    if (f->p) {
        f->t = async_promise_future(f->p);
        async_add_done_callback(f->t, done, NULL);
        assert(async_resolve(f->p, 4) == 0);
        AWAIT(f->t)
        assert(VALUE(int) == 4);
    }
    async_set_task_name(async_current_task(), "name");
    f->g = async_as_completed(mycoro(1, 1), mycoro(2, 2), chain(4));
    AWAIT(async_next(f->g, &f->v))
    AWAIT(async_generator_close(f->g))
    AWAIT(async_sleep(1))
    RETURN_VOID;
    END;
}

int main(void)
{
    freopen("/dev/null", "w", stdout);
    int error = async_try_run(script(), NULL);
    assert(error == 0 || error == -ENOMEM || error == -ECANCELED);
    return error == 0 ? 0 : 3;
}
