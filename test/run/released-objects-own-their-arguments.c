// A coroutine object that is released unrun gives back the handles that are its arguments.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <stdio.h>

async int work(const char *name)
{
    defer printf("%s left at %g\n", name, async_loop_time());
    await async_sleep(10);
    return 1;
}

async int around(future(int) f) { return await f; }
async int both(future(int) f, int n, future(int) g) { return n + await f + await g; }

async int main(void)
{
    async_release(around(work("never")));
    auto task = async_create_task(work("task"));
    auto shared = async_create_task(work("shared"));
    auto object = around(around(both(task, 1, async_retain(shared))));
    await async_sleep(1);
    async_release(object);
    // CHECK: task left at 1
    await async_sleep(1);
    // CHECK-NEXT: shared left at 10
    printf("%d\n", await shared);
    // CHECK-NEXT: 1
    auto loser = async_create_task(work("loser"));
    await async_sleep(1);
    auto winner = async_retain(loser);
    auto r = await async_race(winner, around(loser));
    // CHECK-NEXT: loser left at 20
    printf("%d %d\n", r.index, r._0);
    // CHECK-NEXT: 0 1
    // CHECK-NOT: {{.}}
    return 0;
}
