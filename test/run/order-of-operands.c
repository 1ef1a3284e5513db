// What stands left of an await is evaluated before it, what stands right of it after it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int x;
async int bump(int by) { x += by; await async_yield(); x += by; return by; }
static int say(int n) { printf("[%d]", n); return n; }
async int give(int n) { printf("<%d>", n); await async_yield(); return n; }

struct v { int a, b; };
static struct v v = { 1, 2 };
async int change(void) { v.a = 10; await async_yield(); v.b = 20; return 0; }
static int show(struct v l, int n, struct v r) { return l.a * 1000 + l.b * 100 + n + r.a + r.b; }

async int main(void)
{
    x = 1;
    printf("%d\n", x + await bump(1) * 10 + x * 100);
    x = 1;
    printf("%d\n", (x + x) * await bump(5) - x);
    x = 1;
    int *y = &x;
    printf("%d\n", x++ * 100 + await bump(10) + *y);
    printf("%d\n", --x);
    printf(" %d\n", say(1) + await give(2) + say(3) * (await give(4) + say(5)));
    x = 5;
    int a[] = { x, await bump(1), x, await bump(1), x };
    printf("%d %d %d %d %d\n", a[0], a[1], a[2], a[3], a[4]);
    printf("%d\n", show(v, await change(), v));
    int local = 3, *p = &local;
    int r = local + await give(*p = 7) + local;
    printf(" %d\n", r);
    x = 2;
    printf("%d\n", -x + (x == 2 ? await bump(3) : 0) + x);
    x = 1;
    printf("%d %d %d\n", x, await bump(2), x);
}
// CHECK: {{^}}311
// CHECK-NEXT: {{^}}-1
// CHECK-NEXT: {{^}}132
// CHECK-NEXT: {{^}}21
// CHECK-NEXT: {{^}}[1]<2>[3]<4>[5] 30
// CHECK-NEXT: {{^}}5 1 7 1 9
// CHECK-NEXT: {{^}}1230
// CHECK-NEXT: {{^}}<7> 17
// CHECK-NEXT: {{^}}9
// CHECK-NEXT: {{^}}1 2 5
