// A shielded task goes on when whoever awaits it is cancelled; the value comes as from the task itself.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[4]; };

async struct big work(int n)
{
    defer printf("<%d>", n);
    await async_sleep(2);
    printf("[%d]", n);
    return (struct big){ { n, n + 1 } };
}

async long shielding(int n)
{
    struct big b = await async_shield(work(n));
    return b.a[1];
}

async int main(void)
{
    // CHECK: [1]<1>2
    printf("%ld\n", await shielding(1));
    auto t = async_create_task(shielding(2));
    await async_sleep(1);
    async_cancel(t);
    int reason = await async_join(t, nullptr);
    // CHECK-NEXT: -125 [2]<2>
    printf("%d ", reason);
    await async_sleep(2);
    puts("");
    // CHECK-NEXT: time [3]<3>4
    auto inner = async_create_task(work(3));
    async_timeout (1)
        await async_shield(async_retain(inner));
    else
        printf("time ");
    struct big b = await inner;
    printf("%ld\n", b.a[1]);
    // A cancelled task cancels through its shield.
    // CHECK-NEXT: <4>-125
    auto cancelled = async_create_task(work(4));
    auto waits = async_create_task(async_shield(async_retain(cancelled)));
    await async_sleep(1);
    async_cancel(cancelled);
    reason = await async_join(waits, nullptr);
    printf("%d\n", reason);
    await async_join(cancelled, nullptr);
    return 0;
}
