// typeof(int[n]) among the specifiers: the size is what it was at the declaration, and is evaluated once.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    typedef int number;
    int n = await give(3), k = 2;
    typeof(int[n]) a;
    typeof(number[n]) b, *p = &b;
    typeof(int[k++][2]) c, d;
    n = 100;
    a[2] = await give(4);
    b[1] = await give(5);
    c[1][1] = d[1][0] = await give(6);
    printf("%zu %zu %zu\n", sizeof a / sizeof *a, sizeof b / sizeof *b, sizeof *p / sizeof **p);
    printf("%d %d %d %d\n", a[2], (*p)[1], c[1][1], d[1][0]);
    printf("%d %zu %zu\n", k, sizeof c / sizeof *c, sizeof d / sizeof *d);
    return 0;
}
// CHECK: {{^}}3 3 3
// CHECK-NEXT: {{^}}4 5 6 6
// CHECK-NEXT: {{^}}3 2 2
