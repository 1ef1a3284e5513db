// A cancelled task runs what it has deferred, innermost first and through all functions; a deferred await is not
// interrupted, and a later one does not succeed by accident.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async void inner(void)
{
    defer {
        await async_sleep(2);
        printf("inner at %.0f\n", async_loop_time());
    }
    await async_sleep(100);
    printf("never\n");
}

async void outer(void)
{
    defer printf("outer\n");
    {
        defer { await async_yield(); printf("block\n"); }
        await inner();
    }
    printf("never\n");
}

async int main(void)
{
    double start = async_loop_time();
    auto t = async_create_task(outer());
    await async_sleep(1);
    async_cancel(t);
    async_cancel(t);
    await async_sleep(1);
    async_cancel(t);
    // CHECK: inner at
    // CHECK-NEXT: block
    // CHECK-NEXT: outer
    // CHECK-NEXT: -125 after 3
    int reason = await async_join(t, nullptr);
    printf("%d after %.0f\n", reason, async_loop_time() - start);
    return 0;
}
