// goto goes over awaits, forwards, backwards, into and out of blocks.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int backwards(int n)
{
    int sum = 0;
again:
    sum += await give(n);
    if (--n > 0)
        goto again;
    return sum;
}

async int into_block(int n)
{
    int r = await give(1);
    if (n == 1)
        goto inside;
    while (n < 3) {
        r += await give(10);
inside:
        r += await give(100);
        n++;
    }
    return r;
}

async int out_of_loops(void)
{
    int i, j = 0;
    for (i = 0; i < 5; i++)
        for (j = 0; j < 5; j++) {
            if (await give(i * j) == 6)
                goto out;
        }
out:
    return i * 10 + j;
}

async int cleanup_chain(int fail)
{
    int r = 0;
    if (await give(fail) == 1)
        goto undo_a;
    r += 1;
    if (await give(fail) == 2)
        goto undo_b;
    r += 2;
    return r;
undo_b:
    r += await give(20);
undo_a:
    r += await give(100);
    return r;
}

async int main(void)
{
    printf("%d\n", await backwards(4));
    printf("%d %d %d\n", await into_block(0), await into_block(1), await into_block(3));
    printf("%d\n", await out_of_loops());
    printf("%d %d %d\n", await cleanup_chain(0), await cleanup_chain(1), await cleanup_chain(2));
}
// CHECK: {{^}}10
// CHECK-NEXT: {{^}}331 211 1
// CHECK-NEXT: {{^}}23
// CHECK-NEXT: {{^}}3 100 121
