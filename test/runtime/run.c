// Running: values and errors of the ways in, the end of the other tasks, loops that stay, stop, names.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

static int ended;

SCRIPT(endless, int unused;)
{
    if (base->state < 0)
        ended++;
    SCRIPT_BEGIN(endless)
    AWAIT(async_sleep(1e6))
    RETURN_VOID;
    END;
}

SCRIPT(leaves_others, int i; struct async_task *all[8];)
{
    SCRIPT_BEGIN(leaves_others)
    for (f->i = 0; f->i < 5; f->i++)
        async_detach(endless());
    assert(async_all_tasks(f->all, 8) == 6);
    assert(f->all[0] == async_current_task() && f->all[0] == task);
    assert(strcmp(async_task_name(f->all[1]), "endless") == 0);
    assert(async_set_task_name(f->all[1], "first") == 0);
    assert(async_set_task_name(f->all[1], "one") == 0);
    assert(strcmp(async_task_name(f->all[1]), "one") == 0);
    assert(async_try_run(async_sleep(0), NULL) == -EBUSY);
    AWAIT(async_yield())
    RETURN_VOID;
    END;
}

SCRIPT(cancels_itself, int unused;)
{
    SCRIPT_BEGIN(cancels_itself)
    async_task_cancel(async_current_task());
    AWAIT(async_sleep(1))
    abort();
    END;
}

static void stop(void *loop)
{
    async_loop_stop(loop);
}

int main(void)
{
    assert(async_current_task() == NULL);
    assert(async_run(mycoro(1, 1)) == 2);
    struct big b = async_run(big(3, 1));
    assert(b.part[4] == 7);
    int v = 0;
    assert(async_try_run(mycoro(2, 1), &v) == 0 && v == 4);
    assert(async_try_run(mycoro(2, 1), NULL) == 0);
    assert(async_try_run(cancels_itself(), NULL) == -ECANCELED);
    assert(async_try_run((future(int))0, &v) == -ENOMEM);
    async_run(leaves_others());
    assert(ended == 5);

    // A loop that stays.
    struct async_loop *loop = async_new_event_loop();
    assert(async_get_event_loop() == loop);
    future(int) t = async_create_task(mycoro(3, 5));
    assert(async_run_until_complete(loop, mycoro(4, 1)) == 8);
    assert(!async_done(t));
    async_call_later(1, stop, loop);
    assert(async_run_forever(loop) == 0);
    assert(!async_done(t));
    assert(async_run_until_complete(loop, t) == 6);
    async_detach(endless());
    async_run_until_complete(loop, async_sleep(0));
    assert(async_loop_close(loop) == 0);
    assert(ended == 6);

    // The main of an async program.
    assert(async__run_main(mycoro(5, 1)) == 10);
    assert(async__run_main(cancels_itself()) == 1);
    assert(async__run_main(0) == 1);
    return 0;
}
