// <tgmath.h> in async functions, with awaits among the arguments.
// RUN: %build %s -o %t -lm && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <tgmath.h>

async double real(double x) { await async_yield(); return x; }
async float single(float x) { await async_yield(); return x; }

async int main(void)
{
    double x = await real(2);
    float f = await single(4);
    printf("%.3f %.3f %zu %zu\n", sqrt(x), (double)sqrt(f), sizeof sqrt(x), sizeof sqrt(f));
    printf("%.3f %.3f\n", pow(await real(2), 3.0), fabs(await real(-1.5)));
}
// CHECK: {{^}}1.414 2.000 8 4
// CHECK-NEXT: {{^}}8.000 1.500
