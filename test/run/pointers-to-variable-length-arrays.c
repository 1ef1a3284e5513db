// Pointers to arrays of variable length are spilled, chosen and stepped around awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
async int give(int n) { await async_yield(); return n; }
static int sum(int n, int (*p)[n], int k, int (*q)[n]) { return p[0][k] * 100 + (*q)[k]; }
struct holder { int m; };
async int temporaries(int n)
{
    int a[n][n], (*p)[n] = a, (*table[2])[n];
    for (int i = 0; i < n * n; i++) a[i / n][i % n] = i;
    table[0] = a; table[1] = a + 1;
    int r = sum(n, p + 1, await give(1), p);
    r += sum(n, table[1], await give(2), table[await give(0)]);
    r += sum(n, r > 3 ? p : p + 1, await give(0), *(&p + 0));
    r += sum(n, (await give(1)) ? p : p + 1, await give(0), p);  p++;
    (*p)[0] += await give(5);
    p[0][await give(1)]++;
    int s = (int)sizeof a[0] + sizeof(int[n]) + await give(0);
    return r * 1000 + a[1][0] * 100 + a[1][1] + s;
}
async int nested(int n, double m[const restrict static n][n + 1], void (*cb)(int k, double v[k]))
{
    double (*copy)[n + 1] = m;
    cb(n, m[0]);
    for (int i = 0; i < n; i++)
        for (int j = 0; j <= n; j++)
            copy[i][j] += await give(1);
    cb(n, copy[n - 1]);
    return sizeof *copy / sizeof **copy;
}
static void show(int k, double v[k]) { printf("%g %g\n", v[0], v[k - 1]); }
async int blocks(int n)
{
    int r = 0;
    for (int i = 0; i < n; i++) {
        char line[i + 1];
        { char line[3]; line[0] = await give(i); r += line[0]; }
        line[i] = i;
        switch (await give(i)) { case 1: { int inner[i + 1]; inner[i] = 7; await async_yield(); r += inner[i]; break; } default: r += line[i]; }
        r += ({ int v[i + 2]; v[i + 1] = await give(i); v[i + 1]; });
    }
    while (n--) { struct pair { int x, y; } pairs[n + 1]; pairs[n].x = await give(n); r += pairs[n].x; const int *volatile q = 0; (void)q; }
    return r;
}
async int choices(int n)
{
    static int rows[2][3];
    int (*p)[n] = rows;
    (await give(1) ? p : 0)[1][0] = 6;
    return rows[1][0];
}
async int main(void)
{
    printf("%d\n", await temporaries(3));
    double m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
    printf("%d\n", await nested(2, m, show));
    printf("%d\n", await blocks(4));
    printf("%d\n", await choices(3));
    return 0;
}
// CHECK: 903829
// CHECK-NEXT: {{^}}1 2
// CHECK-NEXT: {{^}}5 6
// CHECK-NEXT: {{^}}3
// CHECK-NEXT: {{^}}30
// CHECK-NEXT: {{^}}6
