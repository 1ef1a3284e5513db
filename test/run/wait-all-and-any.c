// Waiting for several: nothing is consumed or cancelled, null elements are skipped.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int after(double seconds, int n)
{
    await async_sleep(seconds);
    return n;
}

async void waiter(future(int) *f, size_t count)
{
    defer printf("left at %g, ", async_loop_time());
    await async_wait_all(f, count);
}

async int main(void)
{
    future(int) f[4] = { after(3, 30), {}, after(1, 10), async_create_task(after(2, 20)) };
    defer for (int k = 0; k < 4; k++) async_release(f[k]);
    // CHECK: 2 at 1
    size_t i = await async_wait_any(f, 4);
    printf("%zu at %g\n", i, async_loop_time());
    // CHECK-NEXT: 10, 3 at 2
    printf("%d, ", await async_take(f[2]));
    i = await async_wait_any(f, 4);
    printf("%zu at %g\n", i, async_loop_time());
    // CHECK-NEXT: 3 at 2
    i = await async_wait_any(f, 4);
    printf("%zu at %g\n", i, async_loop_time());
    // CHECK-NEXT: left at 2.5, -125
    auto t = async_create_task(waiter(f, 4));
    await async_sleep(0.5);
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr));
    // CHECK-NEXT: at 3: 20 30
    await async_wait_all(f, 4);
    printf("at %g: %d", async_loop_time(), await async_take(f[3]));
    printf(" %d\n", await async_take(f[0]));
    // CHECK-NEXT: nobody: 2 of 2
    future(int) none[2] = {};
    await async_wait_all(none, 2);
    printf("nobody: %zu of 2\n", await async_wait_any(none, 2));
    return 0;
}
