// A static local is one object for all calls, with any initialiser and any type.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int v) { await async_yield(); return v; }

async int counter(void)
{
    static int n = 5;
    static struct { int x; } s[2] = { { 1 }, { 2 } };
    static const char *const names[] = { "a", "b" };
    static int *p = &n, zero;
    int before = n;
    n += await give(1);
    s[1].x += *p;
    zero++;
    {
        static int n = 100;
        n += await give(10);
        before += n;
    }
    static int late;
    late += await give(2);
    return before * 1000 + s[1].x + (names[1][0] == 'b') + zero + late;
}

async int *address(void)
{
    static int cell;
    await async_yield();
    cell++;
    return &cell;
}

async int main(void)
{
    int a = await counter(), b = await counter();
    printf("%d %d\n", a, b);
    int *p = await address(), *q = await address();
    printf("%d %d\n", p == q, *p);
}
// CHECK: {{^}}115012 126022
// CHECK-NEXT: {{^}}1 2
