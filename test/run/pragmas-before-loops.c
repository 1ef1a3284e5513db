// A pragma for a loop stays before the loop, whatever is taken out of its head, if the compiler can heed it.
// RUN: %build -Wno-unknown-pragmas %s -o %t && %run %t | FileCheck %s
// RUN: %build -fopenmp-simd %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll_count(2)")
#define SECOND _Pragma("clang loop interleave(enable)")
#else
#define UNROLL _Pragma("GCC unroll 2")
#define SECOND _Pragma("GCC ivdep")
#endif

async int f(int x) { await async_yield(); return x; }

async int main(void)
{
    int sum = 0, list[8];
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
    // Hints for a loop that awaits are dropped, all others are kept: several of them too, and those behind an if.
UNROLL
    for (int i = 0; i < 3; i++)
        sum += await f(i);
UNROLL
    do {
        sum += await f(1);
    } while (sum < 30);
UNROLL
SECOND
    for (int i = 0; i < 8; i++)
        list[i] = i;
    if (sum)
        UNROLL for (int i = 0; i < 8; i++) list[i]++;
    else
        UNROLL while (await f(0));
    int value = ({ UNROLL for (int i = 0; i < 2; i++) sum += await f(1); sum; });
#pragma omp simd
    for (int i = 0; i < 8; i++)
        list[i] *= 2;
#pragma omp simd
    for (int i = 0; i < 8; i++)
        list[i] += await f(1);
#pragma omp simd
    for (int i = await f(0); i < 8; i++)
        list[i]++;
    // CHECK-NEXT: 32 32 18
    printf("%d %d %d\n", sum, value, list[7]);
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wunused-variable"
#else
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-variable"
#endif
    for (int i = 0; i < 1; i++)
        await f(1);
#ifdef __clang__
#pragma clang diagnostic pop
#else
#pragma GCC diagnostic pop
#endif
    return 0;
}
