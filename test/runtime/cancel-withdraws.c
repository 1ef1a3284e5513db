// A cancelled task is taken out of what it waits for and unwinds; what came before the request keeps its value.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

static int stopped;

// async void yielder(void): never ends by itself.
SCRIPT(yielder, int unused;)
{
    if (base->state < 0)
        stopped++;
    SCRIPT_BEGIN(yielder)
    for (;;) {
        AWAIT(async_yield())
        ;
    }
    END;
}

// async int awaits(future): its handle is the last reference.
struct awaits { struct async__frame base; future(int) t; };
static struct async__frame *awaits_resume(struct async_task *task, struct async__frame *base)
{
    struct awaits *f = (struct awaits *)base;
    if (base->state < 0) {
        stopped++;
        UNWIND;
    }
    BEGIN
    AWAIT(f->t)
    RETURN(int, VALUE(int) + 1);
    END;
}
DESCRIBE(awaits, struct awaits, int);
static future(int) awaits(future(int) t)
{
    MAKE(awaits, struct awaits);
    if (f)
        f->t = t;
    return MADE;
}

SCRIPT(sleeping_task, future(int) t; int value;)
{
    SCRIPT_BEGIN(sleeping_task)
    f->t = async_create_task(mycoro(1, 100));
    AWAIT(async_sleep(1))
    assert(!async_done(f->t));
    assert(async_result(f->t, &f->value) == -EINPROGRESS);
    assert(async_cancel(f->t) == 0);
    assert(async_cancel(f->t) == 0);
    assert(!async_done(f->t));
    AWAIT(async_join(async_retain(f->t), &f->value))
    assert(VALUE(int) == -ECANCELED);
    assert(async_cancelled(f->t) && async_done(f->t));
    assert(async_cancel(f->t) == -EALREADY);
    assert(async_result(f->t, NULL) == -ECANCELED);
    AWAIT(async_wait(f->t))
    assert(VALUE(enum async_status) == ASYNC_CANCELLED);
    async_release(f->t);
    assert(async_loop_time() < 2);
    RETURN_VOID;
    END;
}

// A task that has not run starts all the same, and stops at its first wait.
SCRIPT(fresh_task, future(int) t; future(int) u;)
{
    SCRIPT_BEGIN(fresh_task)
    f->t = async_create_task(mycoro(2, 1));
    async_cancel(f->t);
    f->u = mycoro(3, 1);
    async_cancel(f->u);
    AWAIT(async_join(f->t, NULL))
    assert(VALUE(int) == -ECANCELED);
    AWAIT(async_join(f->u, NULL))
    assert(VALUE(int) == -ECANCELED);
    RETURN_VOID;
    END;
}

// The operation has completed before the request: its value is given.
SCRIPT(completed, future(int) t; int value;)
{
    SCRIPT_BEGIN(completed)
    f->t = async_create_task(mycoro(4, 1));
    AWAIT(async_sleep(1))
    if (!async_done(f->t))
        async_cancel(f->t);
    AWAIT(async_join(f->t, &f->value))
    assert(VALUE(int) == 0 ? f->value == 8 : VALUE(int) == -ECANCELED);
    RETURN_VOID;
    END;
}

SCRIPT(yielding, future(void) t;)
{
    SCRIPT_BEGIN(yielding)
    stopped = 0;
    f->t = async_create_task(yielder());
    AWAIT(async_sleep(0))
    AWAIT(async_sleep(0))
    async_cancel(f->t);
    AWAIT(async_join(f->t, NULL))
    assert(VALUE(int) == -ECANCELED && stopped == 1);
    RETURN_VOID;
    END;
}

enum { LONG = 100000 };

// Tasks that await each other in a long row: the first takes all with it.
SCRIPT(row, future(int) t; int i;)
{
    SCRIPT_BEGIN(row)
    stopped = 0;
    f->t = async_create_task(mycoro(5, 10));
    for (f->i = 0; f->i < LONG; f->i++)
        f->t = async_create_task(awaits(f->t));
    AWAIT(async_sleep(1))
    async_cancel(f->t);
    AWAIT(async_join(f->t, NULL))
    assert(VALUE(int) == -ECANCELED && stopped == LONG);
    assert(async_loop_time() < 10);
    RETURN_VOID;
    END;
}

// With another reference to it the awaited task lives on.
SCRIPT(kept, future(int) t; future(int) a; int value;)
{
    SCRIPT_BEGIN(kept)
    f->t = async_create_task(mycoro(6, 2));
    f->a = async_create_task(awaits(async_retain(f->t)));
    AWAIT(async_sleep(1))
    async_cancel(f->a);
    AWAIT(async_join(f->a, NULL))
    assert(VALUE(int) == -ECANCELED);
    assert(!async_done(f->t));
    AWAIT(f->t)
    assert(VALUE(int) == 12);
    RETURN_VOID;
    END;
}

// Awaiting a cancelled task unwinds the awaiter.
SCRIPT(spreads, future(int) t; future(int) a;)
{
    SCRIPT_BEGIN(spreads)
    f->t = async_create_task(mycoro(7, 2));
    f->a = async_create_task(awaits(async_retain(f->t)));
    AWAIT(async_sleep(1))
    async_cancel(f->t);
    AWAIT(async_join(f->a, NULL))
    assert(VALUE(int) == -ECANCELED);
    async_release(f->t);
    RETURN_VOID;
    END;
}

// Two tasks that hold each other's last reference, and one that awaits itself.
static future(int) circle[2];

struct late { struct async__frame base; int which; };
static struct async__frame *late_resume(struct async_task *task, struct async__frame *base)
{
    struct late *f = (struct late *)base;
    if (base->state < 0)
        UNWIND;
    BEGIN
    AWAIT(async_sleep(1))
    AWAIT(async_take(circle[f->which]))
    RETURN(int, 0);
    END;
}
DESCRIBE(late, struct late, int);
static future(int) late(int which)
{
    MAKE(late, struct late);
    if (f)
        f->which = which;
    return MADE;
}

SCRIPT(circles, struct async_task *a; struct async_task *b;)
{
    SCRIPT_BEGIN(circles)
    circle[0] = async_create_task(late(1));
    circle[1] = async_create_task(late(0));
    f->a = (void *)circle[0];
    AWAIT(async_sleep(2))
    async_task_cancel(f->a);
    AWAIT(async_sleep(1))
    circle[0] = async_create_task(late(0));
    f->a = (void *)circle[0];
    AWAIT(async_sleep(2))
    async_task_cancel(f->a);
    AWAIT(async_sleep(1))
    assert(async_all_tasks(NULL, 0) == 1);
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(sleeping_task());
    async_run(fresh_task());
    async_run(completed());
    async_run(yielding());
    async_run(row());
    async_run(kept());
    async_run(spreads());
    async_run(circles());
    return 0;
}
