// What a function's attributes say of its compilation holds for its body, where its statements are.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// REQUIRES: x86_64
#include <async.h>
#include <immintrin.h>
#include <stdio.h>

__attribute__((target("avx2"))) async int wide(int x)
{
    int sums[8];
    __m256i a = _mm256_set1_epi32(x);
    await async_yield();
    a = _mm256_add_epi32(a, a);
    _mm256_storeu_si256((__m256i *)sums, a);
    return sums[7];
}

__attribute__((no_sanitize("undefined"))) async int wraps(int x) { await async_yield(); return x + 0x7fffffff; }
static int target(int optimize) { return optimize + 1; }
async int caller(int target) { await async_yield(); return target; }

async int main(void)
{
    if (__builtin_cpu_supports("avx2"))
        printf("%d\n", await wide(2));
    else
        puts("4");
    printf("%d %d\n", await wraps(1) < 0, target(await caller(3)));
}
// CHECK: {{^}}4
// CHECK-NEXT: {{^}}1 4
