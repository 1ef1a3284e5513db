// A choice between pointers to arrays of variable length: the sizes are known whichever arm is taken.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int rows[6][3] = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 }, { 10, 11, 12 }, { 13, 14, 15 } };

async int give(int x)
{
    await async_yield();
    return x;
}

async int named(int n, int k)
{
    int (*p)[n] = rows, (*q)[n] = rows + 1;
    await async_yield();
    return (k ? p : q)[1][0];
}

async int awaited(int n, int k)
{
    int (*p)[n] = rows, (*q)[n] = rows + 1;
    return (await give(k) ? p : q)[await give(1)][0];
}

async int inside(int n, int k)
{
    int (*p)[n] = rows, (*q)[n] = rows + 1, (**which)[n] = k > 2 ? &p : &q;
    await async_yield();
    int (*r)[n] = k ? k > 1 ? p : q + 1 : k < 0 ? nullptr : *which + 2;
    return (*r)[0] * 100 + (k ? q : nullptr == p ? p : q)[1][await give(1)] + (int)(sizeof *(k ? p : q) / sizeof **p);
}

async int arrays(int n, int k)
{
    int a[2][n], b[2][n];
    for (int i = 0; i < 2 * n; i++)
        a[i / n][i % n] = i, b[i / n][i % n] = 10 + i;
    await async_yield();
    return (k ? a : b)[1][1];
}

async int main(void)
{
    // CHECK: 4 7
    printf("%d %d\n", await named(3, 1), await named(3, 0));
    // CHECK-NEXT: 4 7
    printf("%d %d\n", await awaited(3, 1), await awaited(3, 0));
    // CHECK-NEXT: 111 1011 711
    printf("%d %d %d\n", await inside(3, 2), await inside(3, 0), await inside(3, 1));
    // CHECK-NEXT: 4 14
    printf("%d %d\n", await arrays(3, 1), await arrays(3, 0));
    return 0;
}
