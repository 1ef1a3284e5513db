// What an operand does has happened before the operands right of it are read, whether it awaits or not.
// RUN: %build -Wno-unsequenced -Wno-sequence-point %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int count;
async int aw(int n) { await async_yield(); return n; }
static int bump(void) { return ++count; }
static int three(int a, int b, int c) { return a * 100 + b * 10 + c; }
struct box { int a[3]; };
static int all(struct box b) { return three(b.a[0], b.a[1], b.a[2]); }

async int main(void)
{
    int x = 1;
    printf("%d\n", three(await aw(1), x = 2, x));                                // CHECK: {{^}}122
    x = 2;
    printf("%d\n", three(x += await aw(1), x, 0));                               // CHECK-NEXT: {{^}}330
    x = 1;
    printf("%d\n", three(await aw(0), x++, x));                                  // CHECK-NEXT: {{^}}12
    count = 0;
    printf("%d\n", three(bump(), count, await aw(3)));                           // CHECK-NEXT: {{^}}113
    count = 0;
    printf("%d\n", await aw(100) + bump() * 10 + count);                         // CHECK-NEXT: {{^}}111
    int a[3] = {}, i = 0;
    a[i++] = i + await aw(4);
    printf("%d %d\n", a[0], i);                                                  // CHECK-NEXT: {{^}}5 1
    i = 0;
    a[(i++, await aw(0), i++)] = i;
    printf("%d\n", a[1]);                                                        // CHECK-NEXT: {{^}}2
    x = 5;
    struct box b = { { (x = 7) + await aw(0), x, (x = 8) } };
    printf("%d %d\n", all(b), x);                                                // CHECK-NEXT: {{^}}778 8
    x = 5;
    printf("%d %d\n", all((struct box){ { x = 1, await aw(2), x } }), x);        // CHECK-NEXT: {{^}}121 1
    x = 5;
    struct { struct box inner; int behind; } nested = { { { 1, await aw(2), x = 3 } }, x };
    printf("%d %d\n", all(nested.inner), nested.behind);                         // CHECK-NEXT: {{^}}123 3
    int *p = a;
    a[0] = 4, a[1] = 6;
    printf("%d\n", three(await aw(1), *p++, *p));                                // CHECK-NEXT: {{^}}146
    x = 1;
    printf("%d\n", three(x ? x = await aw(2) : 0, x, (x = 3, x)));               // CHECK-NEXT: {{^}}223
    x = 1;
    printf("%d\n", three(-(x = 4) + await aw(5), (x += 1) + x, 0));              // CHECK-NEXT: {{^}}200
    x = 1;
    printf("%d\n", await aw(await aw(1) + (x = 2)) + x);                         // CHECK-NEXT: {{^}}5
    x = 1;
    printf("%d\n", ({ x = 5; await aw(1); }) + x);                               // CHECK-NEXT: {{^}}6
    return 0;
}
