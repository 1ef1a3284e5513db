// Parameters of every kind: many, structs, const, unused, unnamed, arrays, functions, changed in the body.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { int a[50]; };
async int many(int a, char b, double c, long d, short e, float f, const char *g, int h, int i, int j, struct big k, long double l)
{
    a += 1;
    await async_yield();
    return a + b + (int)c + (int)d + e + (int)f + (g[0] == 'g') + h + i + j + k.a[49] + (int)l;
}
async int constant(const int n, const struct big b, int *const p) { await async_yield(); *p = n; return n + b.a[0]; }
async int unused(int a, __attribute__((unused)) int b, int, struct big, _Atomic int, int c) { await async_yield(); return a + c; }
async int arrays(int a[], int b[static 2], const int c[3], int d[][2]) { await async_yield(); return a[0] + b[1] + c[2] + d[1][1]; }
static int twice(int x) { return 2 * x; }
async int functions(int f(int), int (*g)(int)) { await async_yield(); return f(1) + g(10); }
async int none([[maybe_unused]] void) { await async_yield(); return 5; }
async int empty() { await async_yield(); return 6; }
async int changed(int n, struct big b) { while (n < 5) { n++; await async_yield(); b.a[0] += n; } return b.a[0]; }
async int registers(register int n) { await async_yield(); return n; }

async int main(void)
{
    struct big b = { { [0] = 7, [49] = 1000 } };
    int n = 0, grid[2][2] = { { 1, 2 }, { 3, 4 } };
    printf("%d\n", await many(1, 2, 3.5, 4, 5, 6.5f, "g", 7, 8, 9, b, 10.5L));
    printf("%d %d\n", await constant(3, b, &n), n);
    printf("%d\n", await unused(1, 2, 3, b, 4, 5));
    printf("%d\n", await arrays((int[]){ 1 }, (int[]){ 1, 20 }, (int[]){ 1, 2, 300 }, grid));
    printf("%d %d %d\n", await functions(twice, twice), await none(), await empty());
    printf("%d %d %d\n", await changed(1, b), b.a[0], await registers(3));
    printf("%d\n", await async_create_task(many(1, 2, 3.5, 4, 5, 6.5f, "g", 7, 8, 9, b, 10.5L)));
}
// CHECK: {{^}}1057
// CHECK-NEXT: {{^}}10 3
// CHECK-NEXT: {{^}}6
// CHECK-NEXT: {{^}}325
// CHECK-NEXT: {{^}}22 5 6
// CHECK-NEXT: {{^}}21 7 3
// CHECK-NEXT: {{^}}1057
