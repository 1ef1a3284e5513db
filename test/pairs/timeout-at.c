// A deadline may be a time of the loop, and can be looked up.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/timeout-at.py | diff - %t.out
#include <async.h>
#include <math.h>
#include <stdio.h>

async int main(void)
{
    double start = async_loop_time();
    double train = start + 20;
    async_timeout_at (train) {
        for (int shop = 1; ; shop++) {
            printf("shop %d, %.0f left\n", shop, async_deadline() - async_loop_time());
            await async_sleep(8);
        }
    } else
        printf("the train leaves at %.0f\n", async_loop_time() - start);
    async_timeout (INFINITY) {
        await async_sleep(1000);
        printf("the next one at %.0f\n", async_loop_time() - start);
    } else
        puts("never");
    return 0;
}
