// A statement expression may stand as a statement: its value is dropped without a warning.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int n = 1;
    ({ n += await give(2); (long)__atomic_fetch_add(&n, 3, __ATOMIC_SEQ_CST); });
    printf("%d\n", n);
    return 0;
}
// CHECK: {{^}}6
