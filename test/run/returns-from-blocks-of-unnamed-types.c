// A statement expression that returns may give a value of a type without a name.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
async int check(int x) { await async_yield(); return x > 5 ? -x : x; }
async int both(int a, int b)
{
    int first = ({ enum { FEW, MANY } r = (await check(a)) + 1; if ((int)r < 0) return (int)r * 100; r; });
    int second = ({ struct { int v; } r = { await check(b) }; if (r.v < 0) return r.v * 10; r; }).v;
    return first * 10 + second;
}
async int main(void)
{
    // CHECK: 22 -700 -90
    printf("%d %d %d\n", await both(1, 2), await both(8, 2), await both(2, 9));
    return 0;
}
