// An await in a deferred statement that unwinds ends that statement; the others run, and the function unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async void forever(void)
{
    await async_sleep(1000);
}

async int leave(future(void) t, bool in_block)
{
    defer printf("last\n");
    defer {
        defer printf("inside\n");
        if (in_block)
            await async_take(t);
        printf("between\n");
        if (async_valid(t))
            await async_take(t);
        printf("never\n");
    }
    return 3;
}

async int main(void)
{
    for (int in_block = 0; in_block < 2; in_block++) {
        auto t = async_create_task(forever());
        auto leaver = async_create_task(leave(async_retain(t), in_block));
        await async_yield();
        await async_yield();
        async_cancel(t);
        int value = 0, reason = await async_join(leaver, &value);
        printf("%d %d\n", reason, value);
        await async_join(t, nullptr);
    }
    // CHECK: between
    // CHECK-NEXT: inside
    // CHECK-NEXT: last
    // CHECK-NEXT: -125 0
    // CHECK-NEXT: inside
    // CHECK-NEXT: last
    // CHECK-NEXT: -125 0
    return 0;
}
