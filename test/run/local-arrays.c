// Local arrays keep their contents and addresses across awaits, however they are initialised.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

async int give(int x) { await async_yield(); return x; }
async int fill(int *a, int n) { for (int i = 0; i < n; i++) { a[i] = i * i; await async_yield(); } return n; }

async int main(void)
{
    int a[5], *p = a;
    await fill(a, 5);
    char s[] = "hello", t[10] = "ab", u[3] = "xyz", v[] = { 'a', 'b', 0 };
    const char *words[] = { "one", "two", [3] = "four" };
    int grid[2][3] = { { 1, 2, 3 }, { 4, 5 } };
    double zero[4] = { 0 };
    static int fixed[2] = { 7, 8 };
    await async_yield();
    s[0] = 'H';
    printf("%d %d %d %d\n", a[4], p[3], p == a, (int)(sizeof a / sizeof *a));
    printf("%s %zu %s %zu %.3s %s\n", s, sizeof s, t, strlen(t), u, v);
    printf("%s %d %s\n", words[1], words[2] == NULL, words[await give(3)]);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            grid[i][j] += await give(grid[i][j]);
    printf("%d %d %d %.1f %d\n", grid[0][2], grid[1][1], grid[1][2], zero[3], fixed[1]);
    for (int i = 0; i < 3; i++) {
        int fresh[3] = { i };
        await async_yield();
        fresh[1] += await give(i);
        printf("%d%d%d ", fresh[0], fresh[1], fresh[2]);
    }
    puts("");
    char buffer[4096];
    memset(buffer, 'x', sizeof buffer);
    await async_yield();
    printf("%c %zu\n", buffer[4095], sizeof buffer);
}
// CHECK: {{^}}16 9 1 5
// CHECK-NEXT: {{^}}Hello 6 ab 2 xyz ab
// CHECK-NEXT: {{^}}two 1 four
// CHECK-NEXT: {{^}}6 10 0 0.0 8
// CHECK-NEXT: {{^}}000 110 220
// CHECK-NEXT: {{^}}x 4096
