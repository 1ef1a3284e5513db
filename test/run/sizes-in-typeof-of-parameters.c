// Sizes in a typeof among a parameter's specifiers are evaluated once, on entry, and stay what they were.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int calls;
static int count(int n) { calls++; return n; }

async int constant(typeof(int[count(2)]) *p)
{
    await async_yield();
    return (*p)[0] + (int)sizeof *p;
}

async int sum(int n, typeof(int[n + count(0)]) *p, int (*q)[n])
{
    n = 100;
    await async_yield();
    return (int)sizeof *p * 10 + (int)sizeof *q + (*p)[1];
}

async int main(void)
{
    int a[2] = { 5, 6 };
    // CHECK: 13, one call
    int r = await constant(&a);
    printf("%d, %s\n", r, calls == 1 ? "one call" : "more");
    // CHECK-NEXT: 94, two calls
    r = await sum(2, &a, &a);
    printf("%d, %s\n", r, calls == 2 ? "two calls" : "more");
    // CHECK-NEXT: 94
    auto object = sum(2, &a, &a);
    printf("%d\n", await object);
    return 0;
}
