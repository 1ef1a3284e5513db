// Whoever waits with async_wait_for and is cancelled takes a task along only if nobody else has it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int work(const char *name)
{
    defer {
        await async_sleep(1);
        printf("%s left at %g\n", name, async_loop_time());
    }
    await async_sleep(10);
    printf("%s done\n", name);
    return 1;
}

async int waiter(future(int) f)
{
    defer printf("waiter left at %g\n", async_loop_time());
    return await async_wait_for(f, 100, nullptr);
}

static async void cancel_after(double seconds, future(int) f)
{
    auto t = async_create_task(waiter(f));
    if (!async_valid(t))
        async_release(f);          // without memory for the waiter it is still ours
    await async_sleep(seconds);
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr));
}

async int main(void)
{
    // CHECK: own left at 3
    // CHECK-NEXT: waiter left at 3
    // CHECK-NEXT: -125
    await cancel_after(2, work("own"));
    // CHECK-NEXT: task left at 6
    // CHECK-NEXT: waiter left at 6
    // CHECK-NEXT: -125
    await cancel_after(2, async_create_task(work("task")));
    // CHECK-NEXT: waiter left at 8
    // CHECK-NEXT: -125
    // CHECK-NEXT: shared done
    // CHECK-NEXT: shared left at 17
    auto shared = async_create_task(work("shared"));
    await cancel_after(2, async_retain(shared));
    await shared;
    // CHECK-NEXT: other left at 20
    // CHECK-NEXT: waiter left at 20
    // CHECK-NEXT: -125 -125
    auto other = async_create_task(work("other"));
    auto t = async_create_task(waiter(async_retain(other)));
    await async_sleep(2);
    async_cancel(other);
    int error = await async_join(t, nullptr);
    printf("%d %d\n", error, await async_join(other, nullptr));
    return 0;
}
