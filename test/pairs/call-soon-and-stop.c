// A plain function that the loop calls, and which stops it; what became ready before still runs.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/call-soon-and-stop.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static void other(void *name)
{
    printf("%s\n", (char *)name);
}

static void greet(void *loop)
{
    puts("good morning");
    async_call_soon(other, "in the next turn");
    async_loop_stop(loop);
}

int main(void)
{
    struct async_loop *loop = async_new_event_loop();
    async_call_soon(greet, loop);
    async_call_soon(other, "good evening");
    async_run_forever(loop);
    puts("stopped");
    async_call_soon(greet, loop);
    async_run_forever(loop);
    puts("stopped again");
    async_loop_close(loop);
    return 0;
}
