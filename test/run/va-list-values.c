// The value of a va_list points to what has no name in C: a temporary has the compiler's own type.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdarg.h>
#include <stdio.h>
static int same(va_list a, int n, void *p) { return ((void *)a == p) * n; }
async int give(int x) { await async_yield(); return x; }
static va_list kept;
async int main(void)
{
    // CHECK: 3
    printf("%d\n", same((await async_yield(), kept), await give(3), kept));
    return 0;
}
