// gather gives the values of all kinds of futures in the order given, by C's layout; one that is cancelled ends all.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

static void resolve_later(void *p)
{
    assert(async_resolve((async_promise(short))p, 77) == 0);
}

static void resolve_void(void *p)
{
    assert(async_resolve((async_promise(void))p) == 0);
}

// async char one_char(void), async double half(void): neighbours of all sizes.
struct plain_frame { struct async__frame base; };
static struct async__frame *one_char_resume(struct async_task *task, struct async__frame *base)
{
    RETURN(char, 'x');
}
DESCRIBE(one_char, struct plain_frame, char);
static future(char) one_char(void) { return (void *)async__object_new(&one_char_function); }
static struct async__frame *half_resume(struct async_task *task, struct async__frame *base)
{
    if (base->state < 0)
        UNWIND;
    BEGIN
    AWAIT(async_yield())
    RETURN(double, 0.5);
    END;
}
DESCRIBE(half, struct plain_frame, double);
static future(double) half(void) { return (void *)async__object_new(&half_function); }

typedef struct { char _0; struct big _1; double _2; async_void _3; short _4; int _5; } all_t;

SCRIPT(mixed, all_t r; async_promise(short) p; async_promise(void) v; future(int) t;)
{
    SCRIPT_BEGIN(mixed)
    f->p = async_promise_new(short);
    f->v = async_promise_new(void);
    assert(async_call_later(2, resolve_later, f->p) == 0);
    assert(async_call_later(1, resolve_void, f->v) == 0);
    f->t = async_create_task(mycoro(1, 1));
    __auto_type g = async_gather(one_char(), big(10, 3), half(), async_promise_future(f->v), async_promise_future(f->p), f->t);
    _Static_assert(sizeof(async__value(g)) == sizeof(all_t), "layout");
    AWAIT_BIG(g, &f->r)
    assert(f->r._0 == 'x' && f->r._1.part[4] == 14 && f->r._2 == 0.5 && f->r._4 == 77 && f->r._5 == 2);
    assert(async_loop_time() >= 3);
    RETURN_VOID;
    END;
}

// Up to 8 bytes, and nested.
SCRIPT(small, int pair[2];)
{
    SCRIPT_BEGIN(small)
    AWAIT(async_gather(mycoro(1, 1), mycoro(2, 2)))
    memcpy(f->pair, task->value, 8);
    assert(f->pair[0] == 2 && f->pair[1] == 4);
    AWAIT(async_gather(async_gather(one_char(), one_char()), async_gather(one_char())))
    assert(memcmp(task->value, "xxx", 3) == 0);
    AWAIT(async_create_task(async_gather(mycoro(3, 1), mycoro(4, 2))))
    memcpy(f->pair, task->value, 8);
    assert(f->pair[0] == 6 && f->pair[1] == 8);
    RETURN_VOID;
    END;
}

SCRIPT(arrays, future(struct big) fs[50]; struct big r[50]; future(void) vs[3];)
{
    SCRIPT_BEGIN(arrays)
    for (int i = 0; i < 50; i++)
        f->fs[i] = big(i, 50 - i);
    AWAIT(async_gather_array(f->fs, 50, f->r))
    for (int i = 0; i < 50; i++)
        assert(f->r[i].part[1] == i + 1);
    AWAIT(async_gather_array(f->fs, 0, f->r))
    for (int i = 0; i < 3; i++)
        f->vs[i] = async_sleep(i);
    AWAIT(async_gather_array(f->vs, 3, NULL))
    RETURN_VOID;
    END;
}

// One cancelled child: the others are cancelled in the same step and awaited, the awaiter unwinds.
SCRIPT(cancelled, future(int) t; future(int) u; future(void) g; double start; async_promise(int) p;)
{
    SCRIPT_BEGIN(cancelled)
    f->start = async_loop_time();
    f->t = async_create_task(mycoro(1, 5));
    f->u = async_create_task(mycoro(2, 50));
    f->p = async_promise_new(int);
    f->g = (future(void))(void *)async_create_task(
        async_gather(async_retain(f->t), mycoro(3, 100), async_retain(f->u), async_promise_future(f->p)));
    AWAIT(async_sleep(1))
    async_cancel(f->t);
    AWAIT(async_join(f->g, NULL))
    assert(VALUE(int) == -ECANCELED);
    assert(async_cancelled(f->u));
    assert(async_resolve(f->p, 3) == -ECANCELED);
    async_release(f->t);
    async_release(f->u);
    assert(async_loop_time() < f->start + 2);

    // Asked itself: all the children are.
    f->t = async_create_task(mycoro(4, 5));
    f->g = (future(void))(void *)async_create_task(async_gather(async_retain(f->t), mycoro(5, 100)));
    AWAIT(async_sleep(1))
    async_cancel(f->g);
    AWAIT(async_join(f->g, NULL))
    assert(VALUE(int) == -ECANCELED);
    assert(async_cancelled(f->t));
    async_release(f->t);

    // Dropped before anyone awaited it.
    f->t = async_create_task(mycoro(6, 5));
    __auto_type dropped = async_gather(async_retain(f->t), mycoro(7, 5));
    async_release(dropped);
    AWAIT(async_join(f->t, NULL))
    assert(VALUE(int) == -ECANCELED);

    // A null child: no memory.
    f->t = (future(int))0;
    f->g = (future(void))(void *)async_create_task(async_gather(f->t, mycoro(8, 5)));
    AWAIT(async_join(f->g, NULL))
    assert(VALUE(int) == -ENOMEM);
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(mixed());
    async_run(small());
    async_run(arrays());
    async_run(cancelled());
    __auto_type r = async_run(async_gather(mycoro(1, 1), big(1, 1)));
    assert(r._0 == 2 && r._1.part[0] == 1);
    return 0;
}
