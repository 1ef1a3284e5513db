// A request to the task wins over a deadline; a deadline inside a cleanup works, one outside waits.
// RUN: %build %s -o %t -lm && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <math.h>
#include <stdio.h>

async void cancelled(void)
{
    async_timeout (1) {
        defer {
            async_timeout (1)
                await async_sleep(50);
            else
                printf("inside ");
            await async_sleep(4);
            printf("late ");
        }
        await async_sleep(10);
    } else
        printf("never ");
    printf("never ");
}

async void sleepy(void)
{
    await async_sleep(100);
}

// Its task is cancelled because the deadline interrupts the wait for it; another task's end is no deadline.
async int waits(future(void) other)
{
    async_timeout (1) {
        auto own = async_create_task(sleepy());
        await own;
    } else
        printf("own ");
    async_timeout (5)
        await other;
    else
        printf("never ");
    return 0;
}

async int main(void)
{
    auto t = async_create_task(cancelled());
    await async_sleep(2);
    async_cancel(t);
    // CHECK: inside late -125
    int reason = await async_join(t, nullptr);
    printf("%d\n", reason);
    // CHECK-NEXT: own -125
    auto other = async_create_task(sleepy());
    auto w = async_create_task(waits(async_retain(other)));
    await async_sleep(2);
    async_cancel(other);
    reason = await async_join(w, nullptr);
    printf("%d\n", reason);
    await async_join(other, nullptr);
    // CHECK-NEXT: 5.0 0 1
    async_timeout (9)
        async_timeout (5)
            printf("%.1f %d ", async_deadline() - async_loop_time(), isinf(async_deadline()));
    printf("%d\n", isinf(async_deadline()));
    // CHECK-NEXT: at
    async_timeout_at (async_loop_time() + 1) await async_sleep(3); else puts("at");
    return 0;
}
