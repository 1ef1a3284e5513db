// <tgmath.h> in async functions, with awaits among the arguments.
// RUN: %build %s -o %t -lm && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <complex.h>
#include <tgmath.h>

async double real(double x) { await async_yield(); return x; }
async float single(float x) { await async_yield(); return x; }
async int whole(int x) { await async_yield(); return x; }
async double _Complex both(double re, double im) { await async_yield(); return re + im * I; }

async int main(void)
{
    double x = await real(2);
    float f = await single(4);
    // CHECK: {{^}}1.414 2.000 8 4
    printf("%.3f %.3f %zu %zu\n", sqrt(x), (double)sqrt(f), sizeof sqrt(x), sizeof sqrt(f));
    // CHECK-NEXT: {{^}}8.000 1.500 2.000
    printf("%.3f %.3f %.3f\n", pow(await real(2), 3.0), fabs(await real(-1.5)), sqrt(await whole(4)));
    // CHECK-NEXT: {{^}}9.000 8 16.000
    printf("%.3f %zu %.3f\n", pow(await whole(3), await whole(2)), sizeof pow(1, 1.0f), ldexp(await real(1), await whole(4)));
    // CHECK-NEXT: {{^}}5.000 0.000 1.571
    printf("%.3f %.3f %.3f\n", cabs(await both(3, 4)), creal(sqrt(await both(-1, 0))), carg(await both(0, 2)));
    int exponent;
    // CHECK-NEXT: {{^}}0.500 3
    printf("%.3f", frexp(await real(4), &exponent));
    printf(" %d\n", exponent);
    // CHECK-NEXT: {{^}}7 3 14.000 4
    printf("%ld %d %.3f %zu\n", lrint(await single(7.2f)), ilogb(await real(10)), fma(await real(2), await whole(5), 4),
           sizeof fma(f, f, f));
    double _Complex z = conj(await both(1, 2)) + exp(await both(0, 0)) * sqrt(sqrt(await real(16)));
    // CHECK-NEXT: {{^}}3.000 -2.000
    printf("%.3f %.3f\n", creal(z), cimag(z));
    return 0;
}
