// Arrays of variable length, typedefs of them and parameters with sizes live over awaits; a size is evaluated once.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>
async int give(int n) { await async_yield(); return n; }
async int matrix(int n, int m, int a[n][m], int (*b)[m], int x[static 2])
{
    int s = 0;
    for (int i = 0; i < 2; i++) { s += a[i][m - 1] + await give(0); s += b[i][0]; }
    m = 7;
    s += m - 7;
    return s + (int)sizeof a[0] + (int)sizeof *b + x[1];
}
async int sum(int n)
{
    int a[n], b[n][n + 1];
    memset(b, 0, sizeof b);
    for (int i = 0; i < n; i++) { a[i] = await give(i); b[i][i] = i; }
    int s = 0, (*row)[n + 1] = b;
    for (int i = 0; i < n; i++, row++) { s += a[i] + (*row)[i] + await give(0); }
    return s + (int)(sizeof a / sizeof *a) * 1000 + (int)sizeof(*row);
}
async int types(int n)
{
    typedef short row[n], (*prow)[n];
    n++;
    row r = {};
    prow p = &r;
    auto q = &r;
    __auto_type last = q;
    typeof(r) other;
    struct s { char c; } v[n];
    int count = 0;
again:;
    char text[await give(n)][2];
    text[n - 1][1] = 'x';
    await async_yield();
    (*p)[1] = 4; (*last)[2] = 5; other[0] = 1; v[0].c = 2;
    await async_yield();
    if (count++ < 3) { n += 10; goto again; }
    return r[1] * 10 + r[2] + other[0] + v[0].c + (int)(sizeof(row) + sizeof r + sizeof other + sizeof v + sizeof text) * 1000;
}
async int futures(int n)
{
    future(int) f[n];
    int results[n];
    for (int i = 0; i < n; i++) f[i] = async_create_task(give(i));
    await async_gather_array(f, n, results);
    int s = 0;
    for (int i = 0; i < n; i++) s += results[i];
    return s;
}
async int loop(int n) { int s = 0; for (int i = 1; i < n; i++) { _Alignas(64) int a[i]; a[i-1] = i; s += await give(a[i - 1]) + ((unsigned long)&a[0] % 64 != 0); if (i == 5) continue; if (i == 8) break; } return s; }
async int main(void)
{
    int a[2][3] = { {1,2,3},{4,5,6} };
    printf("%d\n", await matrix(2, 3, a, a, a[0]));
    printf("%d\n", await sum(4));
    printf("%d\n", await types(3));
    printf("%d %d\n", await futures(5), await loop(20));
    return 0;
}
// CHECK: 40
// CHECK-NEXT: {{^}}4032
// CHECK-NEXT: {{^}}90048
// CHECK-NEXT: {{^}}10 36
