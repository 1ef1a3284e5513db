// A group that is the whole body of a loop waits at its very end: what the loop counts, and the else prints, outlives that.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int child(int n)
{
    await async_yield();
    return n;
}

async generator(int) numbers(void) { yield 7; }

async void clobber(int n)
{
    for (int i = n; i < 1003; i++)
        await async_yield();
}

async int main(void)
{
    int sum = 0;
    for (int i = 0, last = 3; i < last; i++)
        async_group (g)
            async_spawn_to(g, child(i), &sum);
    // CHECK: sum 2
    printf("sum %d\n", sum);
    for (int i = 5; i < 7; i++)
        async_group (g) {
            async_spawn(g, child(-i));
            async_spawn(g, clobber(1000));
        } else
            // CHECK-NEXT: failed 5
            // CHECK-NEXT: failed 6
            printf("failed %d\n", i);
    async_for (int n, numbers())
        async_group (g)
            async_spawn(g, child(-n));
        else
            // CHECK-NEXT: failed 7
            printf("failed %d\n", n);
    return 0;
}
