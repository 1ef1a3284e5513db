// The operand of await is any expression of a future's type.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int f(int x) { await async_yield(); return x; }
async int g(int x) { await async_yield(); return x + 100; }
struct holder { future(int) at; future(int) many[2]; };
static future(int) plain(int x) { return x ? f(x) : g(x); }
static int side;

async int main(void)
{
    int one = 1;
    printf("%d\n", await (one ? f(1) : g(2)));
    printf("%d\n", await (one ? f : g)(3));
    printf("%d\n", await (side++, f(4)));
    future(int) h = f(5), *p = &h;
    printf("%d\n", await *p);
    struct holder s = { f(6), { f(7), g(8) } }, *q = &s;
    printf("%d %d %d\n", await s.at, await s.many[0], await q->many[1]);
    printf("%d\n", await (f)(9));
    printf("%d\n", await ({ f(10); }));
    printf("%d %d\n", await plain(11), await plain(0));
    printf("%d\n", await ((future(int))f(112)));
    printf("%d\n", await (h = g(13)));
    future(int) t = async_create_task(f(14));
    printf("%d %d\n", await t, side);
    printf("%d\n", await (&f)(15) + await (*f)(16));
    future(int) a[3];
    for (int i = 0; i < 3; i++)
        a[i] = f(20 + i);
    int i = 0;
    printf("%d ", await a[i++]);
    printf("%d ", await a[i++]);
    printf("%d\n", await a[i++]);
}
// CHECK: {{^}}1
// CHECK-NEXT: {{^}}3
// CHECK-NEXT: {{^}}4
// CHECK-NEXT: {{^}}5
// CHECK-NEXT: {{^}}6 7 108
// CHECK-NEXT: {{^}}9
// CHECK-NEXT: {{^}}10
// CHECK-NEXT: {{^}}11 100
// CHECK-NEXT: {{^}}112
// CHECK-NEXT: {{^}}113
// CHECK-NEXT: {{^}}14 1
// CHECK-NEXT: {{^}}31
// CHECK-NEXT: {{^}}20 21 22
