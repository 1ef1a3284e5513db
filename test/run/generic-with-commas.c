// A comma between ? and : does not end an association of _Generic.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int f(int x) { await async_yield(); return x; }

async int main(void)
{
    int a = 1;
    // CHECK: {{^}}7 5
    printf("%d ", _Generic(a ? 1 : 2, int: a ? a++, await f(7) : 3, long: 4L));
    printf("%d\n", _Generic(1L, int: 1, long: a > 1 ? a = 4, await f(5) : 0));
    return 0;
}
