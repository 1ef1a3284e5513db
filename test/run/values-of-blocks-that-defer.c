// The value of a statement expression outlives what its block deferred; where the block unwinds there is none, and no compiler
// takes it for unset.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct point { int x, y; };

async int twice(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += ({
            int k = i;
            defer {
                await async_yield();
                printf("left %d\n", k);
                k = 100;
            }
            await async_yield();
            2 * k;
        });
    return sum;
}

async struct point moved(struct point p)
{
    return ({
        defer await async_yield();
        await async_yield();
        (struct point){ p.x + 1, p.y + 1 };
    });
}

async int main(void)
{
    // CHECK: left 0
    // CHECK-NEXT: left 1
    // CHECK-NEXT: 2
    printf("%d\n", await twice(2));
    struct point p = await moved((struct point){ 1, 2 });
    // CHECK-NEXT: 2 3
    printf("%d %d\n", p.x, p.y);
    return 0;
}
