// as_completed gives values in the order in which they come; closing it early cancels and awaits the rest.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

struct nexts { struct async__frame base; generator(int) g; int v; };
static struct async__frame *nexts_resume(struct async_task *task, struct async__frame *base)
{
    struct nexts *f = (struct nexts *)base;
    if (base->state < 0)
        UNWIND;
    BEGIN
    AWAIT(async_next(f->g, &f->v))
    RETURN(int, VALUE(_Bool) ? f->v : -1);
    END;
}
DESCRIBE(nexts, struct nexts, int);
static future(int) nexts(generator(int) g)
{
    MAKE(nexts, struct nexts);
    if (f)
        f->g = g;
    return MADE;
}

SCRIPT(script, generator(int) g; int v; future(int) t; future(int) fs[4]; struct big b; generator(struct big) bs; double start;)
{
    SCRIPT_BEGIN(script)
    f->g = async_as_completed(mycoro(1, 3), mycoro(2, 1), mycoro(3, 2));
    AWAIT(async_next(f->g, &f->v))
    assert(VALUE(_Bool) && f->v == 4);
    AWAIT(async_sleep(5))
    AWAIT(async_next(f->g, &f->v))
    assert(VALUE(_Bool) && f->v == 6);
    AWAIT(async_next(f->g, NULL))
    assert(VALUE(_Bool));
    AWAIT(async_next(f->g, &f->v))
    assert(!VALUE(_Bool));
    AWAIT(async_next(f->g, &f->v))
    assert(!VALUE(_Bool));
    AWAIT(async_generator_close(f->g))

    // Closed early.
    f->start = async_loop_time();
    f->t = async_create_task(mycoro(4, 100));
    f->fs[0] = async_retain(f->t);
    f->fs[1] = mycoro(5, 1);
    f->fs[2] = mycoro(6, 100);
    f->g = async_as_completed_array(f->fs, 3);
    AWAIT(async_next(f->g, &f->v))
    assert(VALUE(_Bool) && f->v == 10);
    AWAIT(async_generator_close(f->g))
    assert(async_cancelled(f->t));
    async_release(f->t);
    assert(async_loop_time() < f->start + 2);

    // A cancelled child unwinds who gets it; others wait on; a waiting task can be cancelled itself.
    f->t = async_create_task(mycoro(7, 5));
    f->g = async_as_completed(async_retain(f->t), mycoro(8, 10));
    f->fs[0] = async_create_task(nexts(f->g));
    f->fs[1] = async_create_task(nexts(f->g));
    f->fs[2] = async_create_task(nexts(f->g));
    f->fs[3] = async_create_task(nexts(f->g));
    AWAIT(async_sleep(1))
    async_cancel(f->fs[1]);
    async_cancel(f->t);
    AWAIT(async_join(f->fs[1], NULL))
    assert(VALUE(int) == -ECANCELED);
    f->v = 0;
    AWAIT(async_join(f->fs[0], &f->v))
    f->fs[0] = (future(int))0;
    int first = VALUE(int);
    assert(first == -ECANCELED || f->v == 16 || f->v == -1);
    AWAIT(async_join(f->fs[2], NULL))
    AWAIT(async_join(f->fs[3], NULL))
    AWAIT(async_generator_close(f->g))
    async_release(f->t);

    // Left open: the loop closes it.
    f->bs = async_as_completed(big(1, 1), big(2, 1000));
    AWAIT(async_next(f->bs, &f->b))
    assert(VALUE(_Bool) && f->b.part[0] == 1);
    RETURN_VOID;
    END;
}

int main(void)
{
    // Made before any loop runs, and closed without a next.
    generator(int) g = async_as_completed(mycoro(1, 1), mycoro(2, 1));
    async_run(async_generator_close(g));
    async_run(script());
    return 0;
}
