// After 64 awaits that did not have to wait, the next one lets the other tasks run.
// RUN: %cc %s -o %t %libs && %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

static void set(void *flag)
{
    *(_Bool *)flag = 1;
}

SCRIPT(script, future(struct big) t; struct big b; int i; _Bool others_ran;)
{
    SCRIPT_BEGIN(script)
    f->t = async_create_task(big(1, 0));
    AWAIT(async_wait(f->t))
    AWAIT(async_yield())
    async_call_soon(set, &f->others_ran);
    for (f->i = 0; f->i < 1000 && !f->others_ran; f->i++) {
        memset(&f->b, 0, sizeof f->b);
        AWAIT_BIG(async_retain(f->t), &f->b)
        assert(f->b.part[4] == 5);
    }
    assert(f->others_ran && f->i <= 65);
    async_release(f->t);
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(script());
    return 0;
}
