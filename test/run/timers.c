// A timer in the program's memory calls once when its time has come, can be started anew, and taken back.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static struct async_timer shared = ASYNC_TIMER_INIT;

static void say(void *text)
{
    printf("%s at %g\n", (char *)text, async_loop_time());
}

async int main(void)
{
    // CHECK: moved at 3
    // CHECK-NEXT: shared at 4
    // CHECK-NEXT: end at 5
    // CHECK-NOT: never
    struct async_timer moved = ASYNC_TIMER_INIT, stopped = ASYNC_TIMER_INIT;
    async_timer_start(&moved, 1, say, "never");
    async_timer_start(&stopped, 2, say, "never");
    async_timer_start(&moved, 3, say, "moved");
    async_timer_start(&shared, 4, say, "shared");
    async_timer_stop(&stopped);
    async_timer_stop(&stopped);
    await async_sleep(5);
    say("end");
    return 0;
}
