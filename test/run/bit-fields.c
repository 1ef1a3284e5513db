// Bit-fields keep C's promotions left of an await, and are read and written around awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct bits { unsigned small : 3; unsigned full : 32; signed s : 4; unsigned long long wide : 35; _Bool b : 1; unsigned char c : 2; };
async int give(int x) { await async_yield(); return x; }
async struct bits whole(void) { await async_yield(); return (struct bits){ .small = 1, .wide = 1ull << 34 }; }

async int main(void)
{
    struct bits f = { .small = 1, .full = 1, .s = -2, .wide = 5, .b = 1, .c = 3 }, *p = &f;
    printf("%d %d\n", f.small - await give(2) < 0, f.full - await give(2) > 5);
    printf("%d %d\n", p->s * await give(3), p->small + f.c + await give(0));
    printf("%d\n", (int)sizeof(f.small + 0) + (await give(1) ? f.s : 0));
    f.small = await give(9) & 7;
    f.b = await give(2);
    p->c += await give(2);
    f.wide <<= await give(33);
    f.s = await give(7), f.s++;
    printf("%d %d %d %llu %d\n", f.small, f.b, f.c, (unsigned long long)f.wide, f.s);
    printf("%d %d\n", (await whole()).small - await give(2) < 0, (await whole()).wide >> await give(34) == 1);
    struct bits g = { .small = await give(5), .s = await give(-3) };
    int r = (f.small = await give(6)) + (g.s -= await give(1));
    printf("%d %d %d\n", g.small, g.s, r);
}
// CHECK: {{^}}1 1
// CHECK-NEXT: {{^}}-6 4
// CHECK-NEXT: {{^}}2
// CHECK-NEXT: {{^}}1 1 1 8589934592 -8
// CHECK-NEXT: {{^}}1 1
// CHECK-NEXT: {{^}}5 -4 2
