// A pragma for a loop stays before the loop, whatever is taken out of its head.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll_count(2)")
#else
#define UNROLL _Pragma("GCC unroll 2")
#endif

async int f(int x) { await async_yield(); return x; }

async int main(void)
{
    int sum = 0;
UNROLL
    for (int i = await f(0); i < 4; i++)
        sum += i;
UNROLL
    for (int i = 0, n[1] = { 3 }; i < await f(n[0]); i++)
        sum += await f(i);
UNROLL
    while (sum < await f(12))
        sum++;
UNROLL
    do
        sum++;
    while (sum < await f(20));
    // CHECK: {{^}}20
    printf("%d\n", sum);
    return 0;
}
