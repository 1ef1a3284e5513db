// What a loop was asked to call and does not come to is dropped when it closes: nothing leaks, and a timer can be used again.
// RUN: %cc %s -o %t %libs && env ASYNC_CLOCK=virtual %t
#include <async/plain.h>
#undef NDEBUG
#include <assert.h>
#include <stddef.h>

static void never(void *unused)
{
    (void)unused;
    assert(0);
}

static void stop(void *loop)
{
    async_call_soon(never, NULL);                  // at the next turn, and there is none
    async_call_soon_threadsafe(loop, never, NULL);
    async_loop_stop(loop);
}

int main(void)
{
    struct async_timer timer = ASYNC_TIMER_INIT;
    struct async_loop *loop = async_new_event_loop();
    async_call_soon(never, NULL);
    async_call_later(5, never, NULL);
    async_call_soon_threadsafe(loop, never, NULL);
    assert(async_timer_start(&timer, 1, never, NULL) == 0);
    async_loop_close(loop);

    loop = async_new_event_loop();
    async_call_soon(stop, loop);
    assert(async_run_forever(loop) == 0);
    assert(async_timer_start(&timer, 1, never, NULL) == 0);
    async_loop_close(loop);
    return 0;
}
