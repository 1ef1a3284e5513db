// A function that has itself called every second, until it stops the loop.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/call-later-until-the-end.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static double start, end;

static void show_time(void *loop)
{
    printf("%.0f\n", async_loop_time() - start);
    if (async_loop_time() + 1 < end)
        async_call_later(1, show_time, loop);
    else
        async_loop_stop(loop);
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    start = async_loop_time();
    end = start + 5.5;
    async_call_soon(show_time, loop);
    async_run_forever(loop);
    printf("stopped at %.0f\n", async_loop_time() - start);
    async_loop_close(loop);
    return 0;
}
