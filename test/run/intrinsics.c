// Vector intrinsics of the compiler's own headers in async functions.
// REQUIRES: x86_64
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <immintrin.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    __m128i a = _mm_set_epi32(4, 3, 2, 1), b = _mm_set1_epi32(await give(10));
    await async_yield();
    a = _mm_add_epi32(a, b);
    a = _mm_shuffle_epi32(a, _MM_SHUFFLE(0, 1, 2, 3));
    int out[4];
    _mm_storeu_si128((__m128i *)out, a);
    await async_yield();
    printf("%d %d %d %d\n", out[0], out[1], out[2], out[await give(3)]);
    __m128d d = _mm_set_pd(await give(2), 1);
    printf("%.1f\n", _mm_cvtsd_f64(_mm_unpackhi_pd(d, d)));
}
// CHECK: {{^}}14 13 12 11
// CHECK-NEXT: {{^}}2.0
