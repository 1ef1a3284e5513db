// The bounds of a compound literal, or of the type of a cast, are computed while compiling, also when awaits stand beside them.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int twice(int n)
{
    await async_yield();
    return 2 * n;
}

async int main(void)
{
    int *q = 0;
    int *a = (int[sizeof *q > 1 ? 1 : -1]){ await twice(1) };
    int *b = (int[_Generic(q, int *: sizeof "ab" > 1, default: 2) ? 1 : -1]){ await twice(2) };
    int *c = (int[(_Generic((typeof(*q) *)0, void *: sizeof "" > 1, default: sizeof "ab" > 1) ? 2 : -1)]){ await twice(3), await twice(4) };
    // CHECK: {{^}}2 4 6 8
    printf("%d %d %d %d\n", *a, *b, c[0], c[1]);
    int grid[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
    // CHECK-NEXT: {{^}}12 6
    int n = ((int (*)[_Generic(q, int *: sizeof "ab" > 1, default: 2) ? 3 : -1])grid)[1][2] + await twice(3);
    printf("%d %zu\n", n, 2 * sizeof(int[_Generic(q, int *: sizeof "ab" > 1, default: 2) ? 3 : -1]) / sizeof(int));
    // A bound that is not constant is evaluated, in its order.
    int columns = 3;
    n = ((int (*)[columns++])grid)[1][2] + await twice(columns);
    // CHECK-NEXT: {{^}}14 4
    printf("%d %d\n", n, columns);

    async_promise(int) promise = async_promise_new(int);
    future(int) value = async_promise_future(promise);
    async_resolve(promise, await twice(21));
    // CHECK-NEXT: {{^}}42
    printf("%d\n", await value);
    return 0;
}
