// {} makes a null handle, async_take leaves one; asking and awaiting it does what the contract says.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

struct holder { future(int) f; generator(int) g; };
async int give(int x) { await async_yield(); return x; }
async int waits(future(int) f) { int r = await f; printf("never\n"); return r; }

async int main(void)
{
    future(int) h = {};
    struct holder s = {};
    printf("%d %d %d\n", async_valid(h), async_valid(s.f), async_valid(s.g));
    printf("%d %d\n", async_done(h), async_cancelled(h));
    async_release(h);
    s.f = give(5);
    printf("%d ", async_valid(s.f));
    printf("%d ", await async_take(s.f));
    printf("%d\n", async_valid(s.f));
    int value = 7;
    int reason = await async_join(s.f, &value);
    printf("%d %d\n", reason == -ENOMEM, value);
    reason = await async_join(async_create_task(waits(s.f)), &value);
    printf("%d\n", reason == -ENOMEM);
}
// CHECK: {{^}}0 0 0
// CHECK-NEXT: {{^}}1 1
// CHECK-NEXT: {{^}}1 5 0
// CHECK-NEXT: {{^}}1 7
// CHECK-NEXT: {{^}}1
