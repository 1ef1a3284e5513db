// Vectors as locals, parameters and results, with elements read and written around awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef int v4 __attribute__((vector_size(16)));
typedef float v2f __attribute__((vector_size(8)));
async int give(int v) { await async_yield(); return v; }
async v4 twice(v4 v) { await async_yield(); return v * 2; }
async v2f half(v2f v) { v2f h = { 0.5f, 0.5f }; await async_yield(); return v * h; }

async int main(void)
{
    v4 v = { 1, 2, 3, await give(4) }, w = v;
    await async_yield();
    v[1] = await give(20);
    v[await give(2)] += await give(5);
    w = await twice(v) + w;
    v2f f = await half((v2f){ 3, 4 });
    printf("%d %d %d %d\n", w[0], w[1], w[2], w[await give(3)]);
    printf("%.1f %.1f %d\n", (double)f[0], (double)f[1], (await twice(v))[3]);
    float two = 2;          // a number beside a vector becomes one
    f = f * (await give(0) ? 1.0f : two) + (two + 1) * (float)await give(1);
    printf("%.1f %.1f\n", (double)f[0], (double)f[1]);
}
// CHECK: {{^}}3 42 19 12
// CHECK-NEXT: {{^}}1.5 2.0 8
// CHECK-NEXT: {{^}}6.0 7.0
