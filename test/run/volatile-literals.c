// A compound literal of a volatile type keeps its place over awaits, without a warning.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    volatile int *p = &(volatile int){ 4 };
    *p += await give(1);
    printf("%d\n", *p);
    return 0;
}
// CHECK: {{^}}5
