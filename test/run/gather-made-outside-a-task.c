// Where no loop runs, the children of a gather come in asyncio's order too: after the tasks that were made before it, in
// the order in which they are written, a nested gather's in its place.
// UNSUPPORTED: hard
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int seq(int n)
{
    printf("[%d]", n);
    await async_yield();
    printf("(%d)", n);
    await async_yield();
    return n;
}

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    auto r = async_run_until_complete(loop, async_gather(seq(1), seq(2), async_create_task(seq(3))));
    printf(" %d\n", r._0 + 10 * r._1 + 100 * r._2);
    // CHECK: {{^}}[3][1][2](3)(1)(2) 321
    auto nested = async_run_until_complete(loop, async_gather(async_gather(seq(4), seq(5)), seq(6)));
    printf(" %d\n", nested._0._0 + 10 * nested._0._1 + 100 * nested._1);
    // CHECK-NEXT: {{^}}[4][5][6](4)(5)(6) 654
    int close = async_loop_close(loop);
    return close + async_run(async_gather(seq(7), seq(8)))._1 - 8;
    // CHECK-NEXT: {{^}}[7][8](7)(8)
}
