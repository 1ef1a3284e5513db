// What an await gives is converted like any value, also to a type of another size; `a ?: b` tests a before that.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
async long double real(int x) { await async_yield(); return x; }
async __int128 huge(int x) { await async_yield(); return x; }

async int main(void)
{
    long double a = await give(-3);
    __int128 b = await give(-4);
    _Complex double c = await give(-5);
    char d = await give(-6);
    printf("%.1Lf %lld %.1f %d\n", a, (long long)b, __real__ c, d);
    future(int) h = give(-7);
    long e = await h;
    h = give(-8);
    long double f = await h;
    printf("%ld %.1Lf\n", e, f);
    int i = await real(-9);
    char j = await huge(-10);
    float k = await huge(-11);
    printf("%d %d %.1f\n", i, j, (double)k);
    int x = 512;
    char l = x ?: await give(3), m = await give(256) ?: await give(3);
    _Bool n = await real(0) ?: await give(2);
    printf("%d %d %d\n", l, m, n);
    printf("%.1Lf\n", (x ?: await real(3)) + await give(7));
}
// CHECK: {{^}}-3.0 -4 -5.0 -6
// CHECK-NEXT: {{^}}-7 -8.0
// CHECK-NEXT: {{^}}-9 -10 -11.0
// CHECK-NEXT: {{^}}0 0 1
// CHECK-NEXT: {{^}}519.0
