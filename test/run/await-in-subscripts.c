// Subscripts await, in every dimension, on either side and left of an assignment.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

static int global[4] = { 10, 20, 30, 40 };
async int *where(int i) { await async_yield(); return global + i; }

async int main(void)
{
    int a[3][4] = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };
    printf("%d ", a[await give(1)][await give(2)]);
    printf("%d ", (await give(3))[a[2]]);
    printf("%d ", (await where(1))[await give(2)]);
    printf("%c ", "hello"[await give(4)]);
    a[await give(2)][await give(0)] = await give(77);
    printf("%d ", a[2][0]);
    *a[await give(1)] = 66;
    (*(a + await give(1)))[1] = 55;
    printf("%d %d ", a[1][0], a[1][1]);
    int *p = &a[await give(0)][await give(3)];
    a[0][await give(3)]++;
    --a[0][await give(2)];
    printf("%d %d\n", *p, a[0][2]);
}
// CHECK: {{^}}7 12 40 o 77 66 55 5 2{{$}}
