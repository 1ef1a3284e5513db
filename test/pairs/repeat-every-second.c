// A loop that sleeps keeps step with the clock of the loop.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/repeat-every-second.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int main(void)
{
    double start = async_loop_time(), end = start + 4.5;
    for (;;) {
        printf("tick at %.0f\n", async_loop_time() - start);
        if (async_loop_time() + 1 >= end)
            break;
        await async_sleep(1);
    }
    return 0;
}
