// While a thread works the virtual clock goes as the real one does; it jumps again when the thread is done.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t
#include <async.h>
#undef NDEBUG
#include <assert.h>
#include <unistd.h>

static int job(void *unused)
{
    (void)unused;
    usleep(20000);
    return 7;
}

async int main(void)
{
    int value = 0;
    double begin = async_loop_time();
    assert(await async_wait_for(async_to_thread(job, NULL), 3600.0, &value) == 0 && value == 7);
    assert(async_loop_time() - begin < 3600.0);
    await async_sleep(3600.0);
    assert(async_loop_time() - begin >= 3600.0);
    return 0;
}
