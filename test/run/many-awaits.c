// A function with many awaits and many locals that live across them.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
#define ONE(n) int a##n = await give(n); sum += a##n * await give(1);
#define TEN(n) ONE(n##0) ONE(n##1) ONE(n##2) ONE(n##3) ONE(n##4) ONE(n##5) ONE(n##6) ONE(n##7) ONE(n##8) ONE(n##9)

async int main(void)
{
    int sum = 0;
    TEN(1) TEN(2) TEN(3) TEN(4) TEN(5) TEN(6) TEN(7) TEN(8) TEN(9)
    printf("%d %d\n", sum, a10 + a55 + a99);
}
// CHECK: {{^}}4905 164
