// A compound assignment evaluates its lvalue once, for every kind of lvalue and operator.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct s { int m; unsigned bits : 5; signed neg : 4; struct { short in[2]; } n; };
async int give(int x) { await async_yield(); return x; }
static int calls;
static int *place(int *p) { calls++; return p; }

async int main(void)
{
    int a[4] = { 1, 2, 3, 4 }, i = 0, *p = a;
    a[i++] += await give(10);
    a[i++] *= await give(10);
    *p++ -= await give(1);
    *++p <<= await give(2);
    printf("%d %d %d %d %d %td\n", a[0], a[1], a[2], a[3], i, p - a);
    *place(&a[3]) |= await give(8);
    printf("%d %d\n", a[3], calls);
    struct s s = { 5, 3, -1, { { 7, 8 } } }, *q = &s;
    q->m %= await give(3);
    q->bits += await give(30);
    s.neg -= await give(2);
    q->n.in[await give(1)] ^= await give(1);
    printf("%d %d %d %d\n", s.m, s.bits, s.neg, s.n.in[1]);
    char c = 100;
    c += await give(100);
    double d = 10;
    d /= await give(4);
    unsigned char u = 200;
    u >>= await give(3);
    u &= await give(0x19);
    printf("%d %.2f %d\n", (signed char)c, d, u);
    const char *t = "hello";
    t += await give(2);
    printf("%s\n", t);
    int x = 1, y = 2;
    int z = (x += await give(3)) * (y -= await give(5));
    printf("%d %d %d\n", x, y, z);
    x = y = z = await give(6);
    x += y += await give(1);
    printf("%d %d %d\n", x, y, z);
    _Bool b = 0;
    b |= await give(4);
    float f = 1.5f;
    f *= await give(2);
    long l = 1;
    l <<= await give(40);
    printf("%d %.1f %ld\n", b, f, l);
}
// CHECK: {{^}}10 20 12 4 2 2
// CHECK-NEXT: {{^}}12 1
// CHECK-NEXT: {{^}}2 1 -3 9
// CHECK-NEXT: {{^}}-56 2.50 25
// CHECK-NEXT: {{^}}llo
// CHECK-NEXT: {{^}}4 -3 -12
// CHECK-NEXT: {{^}}13 7 6
// CHECK-NEXT: {{^}}1 3.0 1099511627776
