// Every arithmetic type lives across awaits, as local, parameter and result.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#define TYPE(name, T) async T name(T x, T y) { T local = x + y, before = x; await async_yield(); local += await give_##name(x); return local - before; }
#define GIVE(name, T) async T give_##name(T x) { await async_yield(); return x; }
#define BOTH(name, T) GIVE(name, T) TYPE(name, T)
BOTH(c, char)
BOTH(sc, signed char)
BOTH(uc, unsigned char)
BOTH(s, short)
BOTH(us, unsigned short)
BOTH(i, int)
BOTH(u, unsigned)
BOTH(l, long)
BOTH(ul, unsigned long)
BOTH(ll, long long)
BOTH(ull, unsigned long long)
BOTH(f, float)
BOTH(d, double)
BOTH(ld, long double)
BOTH(i128, __int128)
BOTH(u128, unsigned __int128)
BOTH(b, _Bool)
BOTH(fc, _Complex float)
BOTH(dc, _Complex double)
BOTH(ldc, _Complex long double)

async int main(void)
{
    printf("%d %d %d %d %d\n", await c(1, 2), await sc(-1, -2), await uc(200, 50), await s(-3, 4), await us(60000, 5));
    printf("%d %u %ld %lu\n", await i(1, 20), await u(1, 4000000000), await l(1, -2), await ul(1, 1ul << 63));
    printf("%lld %llu\n", await ll(5, -(1ll << 40)), await ull(7, 1ull << 40));
    printf("%.2f %.2f %.2Lf\n", (double)await f(1, 0.25f), await d(1, 0.125), await ld(2, 0.5L));
    __int128 big = await i128((__int128)1 << 100, 5);
    printf("%lld %d\n", (long long)(big - ((__int128)1 << 100)), (int)(await u128((unsigned __int128)1 << 127, 3) >> 127));
    printf("%d %d\n", await b(0, 1), await b(0, 0));
    _Complex float z = await fc(1, 2.0f * 1.0if);
    _Complex double w = await dc(1 + 1.0i, 2);
    _Complex long double v = await ldc(3, 4.0il);
    printf("%.1f %.1f %.1f %.1f %.1f %.1f\n", (double)__real__ z, (double)__imag__ z, __real__ w, __imag__ w, (double)__real__ v, (double)__imag__ v);
    printf("%.1f\n", __imag__ await dc(1.5i, 1));
}
// CHECK: {{^}}3 -3 250 1 60005
// CHECK-NEXT: {{^}}21 4000000001 -1 9223372036854775809
// CHECK-NEXT: {{^}}-1099511627771 1099511627783
// CHECK-NEXT: {{^}}1.25 1.12 2.50
// CHECK-NEXT: {{^}}5 1
// CHECK-NEXT: {{^}}1 0
// CHECK-NEXT: {{^}}1.0 2.0 3.0 1.0 3.0 4.0
// CHECK-NEXT: {{^}}1.5
