// Designated initialisers await in the order in which they are written; what is not named is zero.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct point { int x, y; };
struct shape { const char *name; struct point at[2]; union { int i; double d; } u; int rest[4]; };
async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

async int main(void)
{
    struct point p = { .y = await give(2), .x = await give(1) };
    printf(" %d %d\n", p.x, p.y);
    int a[6] = { [4] = await give(4), await give(5), [1] = await give(1) };
    printf(" %d %d %d %d %d %d\n", a[0], a[1], a[2], a[3], a[4], a[5]);
    struct shape s = { .name = "s", .at[1] = { .y = await give(7) }, .at[0].x = await give(8), .u.d = await give(3), .rest = { 1, [3] = await give(9) } };
    printf(" %s %d %d %d %d %.1f %d %d %d\n", s.name, s.at[0].x, s.at[0].y, s.at[1].x, s.at[1].y, s.u.d, s.rest[0], s.rest[1], s.rest[3]);
    int r[5] = { [1 ... 3] = await give(6) };
    printf(" %d %d %d %d %d\n", r[0], r[1], r[2], r[3], r[4]);
    int open[] = { [2] = await give(1), await give(2) };
    printf(" %zu %d\n", sizeof open / sizeof *open, open[3]);
    struct shape *q = &(struct shape){ .at = { { await give(1), 2 }, { 3, await give(4) } } };
    printf(" %d %d %d\n", q->at[0].x, q->at[1].y, q->rest[2]);
}
// CHECK: {{^}}<2><1> 1 2
// CHECK-NEXT: {{^}}<4><5><1> 0 1 0 0 4 5
// CHECK-NEXT: {{^}}<7><8><3><9> s 8 0 0 7 3.0 1 0 9
// CHECK-NEXT: {{^}}<6> 0 6 6 6 0
// CHECK-NEXT: {{^}}<1><2> 4 2
// CHECK-NEXT: {{^}}<1><4> 1 4 0
