// A task that was asked to stop is not let wait for another one, and its cleanup yields: it goes on from there.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static async int slow(void)
{
    await async_sleep(1);
    return 7;
}

static async void waits(future(int) task)
{
    defer {
        await async_yield();
        printf("cleaned\n");
    }
    await task;
    printf("not reached\n");
}

static async void asks_itself(future(int) task)
{
    async_task_cancel(async_current_task());
    await waits(task);
}

async int main(void)
{
    future(int) task = async_create_task(slow());
    printf("%d\n", await async_join(async_create_task(asks_itself(async_retain(task))), (void *)0));
    printf("%d\n", await task);
    return 0;
}
// CHECK: cleaned
// CHECK-NEXT: -125
// CHECK-NEXT: 7
