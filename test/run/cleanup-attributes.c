// A cleanup runs once, innermost first, whichever way its scope is left: the end, a jump, a return, unwinding.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <errno.h>
static void done(int *x) { printf("[%d]", *x); }
#define CLEANUP __attribute__((cleanup(done)))
async int give(int n) { await async_yield(); return n; }
async int simple(int n) { CLEANUP int a = n; await async_yield(); return a + 1; }
async int ways(int way)
{
    int count = 0;
    CLEANUP int a = await give(1);
    for (int i = 0; i < 3; i++) {
        CLEANUP int b = 10 + i, c = await give(20 + i);
        if (way == 1 && i == 1) break;
        if (way == 2 && i == 1) continue;
        if (way == 3 && i == 1) goto out;
        if (way == 4 && i == 1) return b + c + await give(1000);
        switch (i) { case 2: { CLEANUP int d = 30; if (way == 5) break; await async_yield(); if (way == 6) goto again; count += d; } }
        if (way == 7) { int r = ({ if (i == 1) return 77; 5; }); count += r; }
        if (way == 8 && i == 2) await async_sleep(1e9);
        count += await give(b) + c;
    }
out:
    await async_yield();
    return count;
again:
    return -1;
}
async void nothing(int way) { CLEANUP int a = 5; if (way) return; await async_yield(); }
struct big { int v[20]; };
async struct big large(int n) { CLEANUP int a = n; struct big b = { { n } }; await async_yield(); if (n > 3) return b; b.v[1] = 7; return b; }
async int loops(void)
{
    int s = 0;
    for (CLEANUP int i = 0; i < 2; i++) s += await give(i);
    while (s < 3) { CLEANUP int x = s; if (await give(s) == 2) { s++; continue; } s++; }
    do { CLEANUP int y = s; s++; if (s == 5) continue; } while (await give(s) < 6);
    int v = ({ CLEANUP int z = 40; await give(z) + 1; });
    return s + v;
}
async int unwinding(int depth) { CLEANUP int a = 100 + depth; if (depth) return await unwinding(depth - 1); { CLEANUP int b = 200; await async_sleep(1e9); } return 1; }
async int plain_after(int n) { await give(n); CLEANUP int a = n; return a; }
async int main(void)
{
    printf(" %d\n", await simple(3));
    for (int way = 0; way < 8; way++) printf(" %d\n", await ways(way));
    auto t = async_create_task(ways(8)); await async_sleep(0.001); async_cancel(t); printf(" %d\n", await async_join(t, nullptr) == -ECANCELED);
    await nothing(0); await nothing(1); printf("\n");
    printf(" %d %d\n", (await large(2)).v[1], (await large(4)).v[0]);
    printf(" %d\n", await loops());
    t = async_create_task(unwinding(3)); await async_sleep(0.001); async_cancel(t); printf(" %d\n", await async_join(t, nullptr) == -ECANCELED);
    printf(" %d\n", await plain_after(9));
    return 0;
}
// CHECK: {{^}}[3] 4
// CHECK-NEXT: {{^}}[20][10][21][11][30][22][12][1] 126
// CHECK-NEXT: {{^}}[20][10][21][11][1] 30
// CHECK-NEXT: {{^}}[20][10][21][11][30][22][12][1] 94
// CHECK-NEXT: {{^}}[20][10][21][11][1] 30
// CHECK-NEXT: {{^}}[20][10][21][11][1] 1032
// CHECK-NEXT: {{^}}[20][10][21][11][30][22][12][1] 96
// CHECK-NEXT: {{^}}[20][10][21][11][30][22][12][1] -1
// CHECK-NEXT: {{^}}[20][10][21][11][1] 77
// CHECK-NEXT: {{^}}[20][10][21][11][30][22][12][1] 1
// CHECK-NEXT: {{^}}[5][5]
// CHECK-NEXT: {{^}}[2][4] 7 4
// CHECK-NEXT: {{^}}[2][1][2][3][4][5][40] 47
// CHECK-NEXT: {{^}}[200][100][101][102][103] 1
// CHECK-NEXT: {{^}}[9] 9
