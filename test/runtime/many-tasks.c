// 1,000,000 tasks asleep at once; 10,000,000 come and go in constant memory.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t

#include "Inputs/coro.h"
#include <sys/resource.h>
#undef NDEBUG
#include <assert.h>

#if defined __SANITIZE_ADDRESS__
enum { DIVIDE = 20 };
#elif defined __has_feature
#if __has_feature(address_sanitizer)
enum { DIVIDE = 20 };
#else
enum { DIVIDE = 1 };
#endif
#else
enum { DIVIDE = 1 };
#endif

struct nothing { struct async__frame base; };
static struct async__frame *nothing_resume(struct async_task *task, struct async__frame *base)
{
    RETURN(int, 1);
}
DESCRIBE(nothing, struct nothing, int);
static future(int) nothing(void) { return (void *)async__object_new(&nothing_function); }

static long memory(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static future(void) asleep[1000000];

SCRIPT(script, long i; long before; long sum;)
{
    SCRIPT_BEGIN(script)
    for (f->i = 0; f->i < 10000000 / DIVIDE; f->i++) {
        AWAIT(async_create_task(nothing()))
        f->sum += VALUE(int);
        if (f->i == 1000)
            f->before = memory();
    }
    assert(f->sum == 10000000 / DIVIDE);
    assert(memory() < f->before + 4096 * (DIVIDE > 1 ? 100 : 1));
    for (f->i = 0; f->i < 1000000 / DIVIDE; f->i++)
        asleep[f->i] = async_create_task(async_sleep(1 + f->i % 1000));
    AWAIT(async_gather_array(asleep, 1000000 / DIVIDE, NULL))
    RETURN_VOID;
    END;
}

int main(void)
{
    async_run(script());
    return 0;
}
