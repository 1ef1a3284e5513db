// The two ends of a promise live apart; every waiter gets the value, and resolving says whether somebody still wants it.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

struct waits { struct async__result_frame base; future(struct big) p; struct big b; };
static struct async__frame *waits_resume(struct async_task *task, struct async__frame *base)
{
    struct waits *f = (struct waits *)base;
    if (base->state < 0)
        UNWIND;
    BEGIN
    AWAIT_BIG(f->p, &f->b)
    RETURN(struct big, f->b);
    END;
}
DESCRIBE(waits, struct waits, struct big);
static future(struct big) waits(future(struct big) p)
{
    MAKE(waits, struct waits);
    if (f)
        f->p = p;
    return MADE;
}

static int called;
static void on_done(void *arg)
{
    called += *(int *)arg;
}
static int one = 1, ten = 10;

SCRIPT(script, async_promise(struct big) p; async_promise(int) q; future(struct big) h; future(struct big) a; future(struct big) b;
       struct big v; future(int) i; int n;)
{
    SCRIPT_BEGIN(script)
    f->p = async_promise_new(struct big);
    f->h = async_promise_future(f->p);
    assert(!async_valid(async_promise_future(f->p)));
    f->a = async_create_task(waits(async_retain(f->h)));
    f->b = async_create_task(waits(async_retain(f->h)));
    assert(async_add_done_callback(f->h, on_done, &one) == 0);
    AWAIT(async_sleep(1))
    assert(async_result(f->h, &f->v) == -EINPROGRESS);
    async_cancel(f->a);
    AWAIT(async_join(f->a, NULL))
    assert(VALUE(int) == -ECANCELED);
    struct big value = { { 1, 2, 3, 4, 5 } };
    assert(async_resolve(f->p, value) == 0);
    assert(called == 0);
    assert(async_result(f->h, &f->v) == 0 && f->v.part[4] == 5);
    AWAIT_BIG(f->b, &f->v)
    assert(f->v.part[2] == 3 && called == 1);
    AWAIT_BIG(async_retain(f->h), &f->v)
    AWAIT_BIG(f->h, &f->v)
    assert(f->v.part[2] == 3);

    // The awaiting end goes first.
    f->q = async_promise_new(int);
    f->i = async_promise_future(f->q);
    assert(async_add_done_callback(f->i, on_done, &ten) == 0);
    async_release(f->i);
    AWAIT(async_yield())
    AWAIT(async_yield())
    assert(called == 11);
    assert(async_resolve(f->q, 5) == -ECANCELED);

    // Its future is asked for only after that.
    f->q = async_promise_new(int);
    assert(async_resolve(f->q, 5) == 0);
    AWAIT(async_promise_future(f->q))
    assert(VALUE(int) == 5);
    f->q = async_promise_new(int);
    assert(async_promise_cancel(f->q) == 0);
    AWAIT(async_join(async_promise_future(f->q), &f->n))
    assert(VALUE(int) == -ECANCELED);

    // Nobody ever asks for it: the loop gives the memory back at its end.
    f->q = async_promise_new(int);
    assert(async_resolve(f->q, 5) == 0);

    // Resolved before it is awaited, and dropped unread.
    f->q = async_promise_new(int);
    f->i = async_promise_future(f->q);
    assert(async_resolve(f->q, 5) == 0);
    AWAIT(async_retain(f->i))
    assert(VALUE(int) == 5);
    async_release(f->i);

    // Cancelled from either end.
    f->q = async_promise_new(int);
    f->i = async_promise_future(f->q);
    assert(async_promise_cancel(f->q) == 0);
    AWAIT(async_join(f->i, &f->n))
    assert(VALUE(int) == -ECANCELED);
    f->q = async_promise_new(int);
    f->i = async_promise_future(f->q);
    assert(async_cancel(f->i) == 0);
    assert(async_cancel(f->i) == -EALREADY);
    assert(async_resolve(f->q, 1) == -ECANCELED);
    async_release(f->i);
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(script());
    return 0;
}
