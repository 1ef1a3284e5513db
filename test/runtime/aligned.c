// Frames, results and promises are aligned as their types ask, up to 64 bytes and more.
// RUN: %cc %s -o %t %libs && %t

#include "Inputs/coro.h"
#undef NDEBUG
#include <assert.h>

typedef struct { _Alignas(64) long a[3]; } wide;
typedef struct { _Alignas(16) char a[16]; } half_wide;

struct wide_frame { struct async__result_frame base; wide local; };
static struct async__frame *wide_resume(struct async_task *task, struct async__frame *base)
{
    struct wide_frame *f = (struct wide_frame *)base;
    assert((uintptr_t)f % 64 == 0);
    if (base->state < 0)
        UNWIND;
    BEGIN
    f->local.a[2] = 7;
    AWAIT(async_yield())
    assert((uintptr_t)f->base.out % 64 == 0);
    RETURN(wide, f->local);
    END;
}
DESCRIBE(wide, struct wide_frame, wide);
static future(wide) wide_make(void) { return (void *)async__object_new(&wide_function); }

struct half_frame { struct async__result_frame base; half_wide local; };
static struct async__frame *half_resume(struct async_task *task, struct async__frame *base)
{
    assert((uintptr_t)base % 16 == 0);
    RETURN(half_wide, (half_wide){ "half" });
}
DESCRIBE(half, struct half_frame, half_wide);
static future(half_wide) half_make(void) { return (void *)async__object_new(&half_function); }

SCRIPT(script, future(wide) w; future(half_wide) h; async_promise(wide) p; int i;)
{
    SCRIPT_BEGIN(script)
    for (f->i = 0; f->i < 10; f->i++) {
        f->w = async_create_task(wide_make());
        f->h = async_create_task(half_make());
        AWAIT(async_wait(f->w))
        AWAIT(async_wait(f->h))
        wide w;
        half_wide h;
        assert(async_result(f->w, &w) == 0 && w.a[2] == 7);
        assert(async_result(f->h, &h) == 0 && strcmp(h.a, "half") == 0);
        async_release(f->w);
        async_release(f->h);
        // Frames from the pools and from elsewhere, of the same size.
        struct async__frame *a = async__frame_new(task, &wide_function, sizeof(struct wide_frame));
        struct async__frame *b = async__frame_new(task, &mycoro_function, sizeof(struct mycoro));
        assert((uintptr_t)a % 64 == 0);
        a->awaiter = b->awaiter = base;
        assert(async__frame_end(task, a) == base && async__frame_end(task, b) == base);
    }
    f->p = async_promise_new(wide);
    f->w = async_promise_future(f->p);
    assert(async_resolve(f->p, ((wide){ { 1, 2, 3 } })) == 0);
    wide w;
    assert(async_result(f->w, &w) == 0 && w.a[2] == 3);
    async_release(f->w);
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(script());
    struct { wide _0; half_wide _1; int _2; } want;
    __auto_type got = async_run(async_gather(wide_make(), half_make(), mycoro(1, 0)));
    _Static_assert(sizeof got == sizeof want, "layout");
    assert(got._0.a[2] == 7 && strcmp(got._1.a, "half") == 0 && got._2 == 2);
    return 0;
}
