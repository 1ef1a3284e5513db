// A task starts at the next turn of the loop and runs beside the one that made it; async_start runs its first part at once.
// UNSUPPORTED: hard
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int work(int n) { printf("start%d ", n); await async_sleep(0.01 * n); printf("end%d ", n); return n * 10; }

async int main(void)
{
    auto a = async_create_task(work(2));
    printf("made ");
    await async_sleep(0);
    future(int) b = async_create_task(work(1));
    await async_sleep(0);
    printf("turn ");
    int r = await b + await a;
    printf("%d\n", r);
    auto c = async_start(work(1));
    printf("started ");
    printf("%d\n", await c);
    async_detach(work(1));
    await async_sleep(0.05);
    c = async_create_task(work(1));
    printf("%d ", async_done(c));
    printf("%d\n", await c);
}
// CHECK: {{^}}made start2 start1 turn end1 end2 30
// CHECK-NEXT: {{^}}start1 started end1 10
// CHECK-NEXT: {{^}}start1 end1 0 start1 end1 10
