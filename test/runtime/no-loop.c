// Where there is no memory for a loop, every function that takes one does nothing or says -ENOMEM.
// RUN: %cc %s -o %t %libs && env ASYNC_FAIL=alloc:1 %t && env ASYNC_FAIL=alloc:2 %t && env ASYNC_FAIL=alloc:3 %t && not %t

#include "Inputs/coro.h"

static void nothing(void *unused)
{
    (void)unused;
}

int main(void)
{
    struct async_loop *loop = async_new_event_loop();
    if (loop) {
        async_loop_close(loop);
        return 1;
    }
    async_set_virtual_clock(loop, 1);
    async_set_seed(loop, 1);
    async_loop_hold(loop);
    async_loop_unhold(loop);
    int stop = async_loop_stop(loop), forever = async_run_forever(loop), close = async_loop_close(loop);
    int call = async_call_soon_threadsafe(loop, nothing, NULL);
    return stop != -ENOMEM || forever != -ENOMEM || close != 0 || call != -ENOMEM;
}
