// A local whose address somebody holds is read when the text reads it, not later and not earlier.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int set(int *p, int v) { await async_yield(); *p = v; return 0; }
static int poke(int *p, int v) { *p = v; return 0; }
async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int a = 1, *p = &a;
    int r = a * 100 + await set(&a, 2) + a;
    printf("%d\n", r);
    r = a + poke(p, 3) + await give(a) * 10;
    printf("%d\n", r);
    struct { int x, y; } s = { 1, 2 };
    r = s.x * 100 + await set(&s.x, 5) + s.x * 10 + s.y;
    printf("%d\n", r);
    int list[2] = { 1, 2 };
    r = list[0] * 100 + await set(list, 7) + list[0];
    printf("%d\n", r);
    p = &list[1];
    r = *p * 100 + await set(&list[1], 9) + *p;
    printf("%d\n", r);
}
// CHECK: {{^}}102
// CHECK-NEXT: {{^}}32
// CHECK-NEXT: {{^}}152
// CHECK-NEXT: {{^}}107
// CHECK-NEXT: {{^}}209
