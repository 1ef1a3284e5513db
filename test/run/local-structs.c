// Structs, unions and bit-fields as locals: small, large, nested, anonymous, copied, in arrays.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

struct small { char c; };
struct large { int a[100]; struct small s; };
struct bits { unsigned a : 3; signed b : 5; unsigned long long c : 40; _Bool d : 1; };
union number { int i; float f; unsigned char b[4]; };
struct outer { union { int i; struct { short lo, hi; }; }; struct { int in; } named; };
struct empty {};
async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    struct small s = { 'a' };
    struct large l = { { 1, 2 }, { 'z' } }, m;
    struct bits b = { 5, -3, 1ull << 39, 1 };
    union number n = { .f = 1.0f };
    struct outer o = { .lo = 1, .hi = 2, .named = { await give(3) } };
    struct empty e, e2 = {};
    struct { int x, y; } point = { 4, await give(5) }, other = point;
    struct small many[3] = { { 'x' }, { (char)await give('y') } };
    await async_yield();
    (void)e, (void)e2;
    m = l;
    l.a[99] = await give(99);
    s.c++;
    b.a += await give(2);
    b.b--;
    other.x = await give(40);
    printf("%c %d %d %d %c\n", s.c, l.a[1], l.a[99], m.a[99], m.s.c);
    printf("%u %d %llu %d\n", b.a, b.b, (unsigned long long)b.c, b.d);
    printf("%x %d %d\n", n.i, o.i == 1 + (2 << 16), o.named.in);
    printf("%d %d %d %d %c%c%d\n", point.x, point.y, other.x, other.y, many[0].c, many[1].c, many[2].c);
    for (int i = 0; i < 2; i++) {
        struct large fresh = { .a = { i } };
        await async_yield();
        fresh.a[50] += await give(i + 1);
        printf("%d %d ", fresh.a[0], fresh.a[50]);
    }
    puts("");
}
// CHECK: {{^}}b 2 99 0 z
// CHECK-NEXT: {{^}}7 -4 549755813888 1
// CHECK-NEXT: {{^}}3f800000 1 3
// CHECK-NEXT: {{^}}4 5 40 5 xy0
// CHECK-NEXT: {{^}}0 1 1 2
