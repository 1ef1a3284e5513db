// A cancelled task stops at its await; join gives the reason, await unwinds the awaiter.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int forever(void) { printf("start "); await async_sleep(1e9); printf("never\n"); return 1; }
async int awaits(future(int) t) { int r = await t; printf("never\n"); return r; }
async int quick(void) { await async_yield(); return 5; }
async int nested(int n) { int local = n; int r = n ? await nested(n - 1) : await forever(); printf("never %d\n", local); return r; }

async int main(void)
{
    future(int) t = async_create_task(forever());
    await async_yield();
    await async_yield();
    async_cancel(t);
    int value = -1;
    printf("%d ", await async_join(t, &value) == -ECANCELED);
    printf("%d\n", value);
    t = async_create_task(forever());
    future(int) u = async_create_task(awaits(async_retain(t)));
    await async_sleep(0.001);
    async_cancel(t);
    printf("%d %d %d\n", await async_join(u, nullptr) == -ECANCELED, async_cancelled(t), async_done(t));
    async_release(t);
    t = async_create_task(quick());
    printf("%d ", await async_join(t, &value));
    printf("%d\n", value);
    t = async_create_task(nested(10));
    await async_sleep(0.001);
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    t = async_create_task(forever());
    async_cancel(t);
    printf("%d\n", await async_wait(t) == ASYNC_CANCELLED);
    async_release(t);
}
// CHECK: {{^}}start 1 -1
// CHECK-NEXT: {{^}}start 1 1 1
// CHECK-NEXT: {{^}}0 5
// CHECK-NEXT: {{^}}start 1
// CHECK-NEXT: {{^}}start 1
