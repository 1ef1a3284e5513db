// What a job sends to the loop by async_call_soon_threadsafe comes before the job's own end.
// RUN: %build %s -o %t && %run %t
// UNSUPPORTED: hard
#include <async.h>
#undef NDEBUG
#include <assert.h>

enum { CALLS = 1000, JOBS = 4 };
static struct async_loop *loop;
static int calls[JOBS];

static void call(void *count)
{
    ++*(int *)count;
}

static int job(void *count)
{
    for (int i = 0; i < CALLS; i++)
        assert(async_call_soon_threadsafe(loop, call, count) == 0);
    return 0;
}

static async int check(int i)
{
    await async_to_thread(job, &calls[i]);
    assert(calls[i] == CALLS);
    return 0;
}

async int main(void)
{
    loop = async_get_event_loop();
    await async_gather(check(0), check(1), check(2), check(3));
    return 0;
}
