// An array of pointers to arrays of variable length has an initializer; its type keeps the size it was declared with.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } }, n = 3;
    int (*two[2])[n] = { m, await give(1) ? m + 1 : nullptr };
    int (*open[])[n] = { m, m + 1, m };
    n = 9;
    await async_yield();
    printf("%d %d %zu\n", (*two[0])[2], (*two[1])[0], sizeof *two[0] / sizeof(int));
    printf("%d %zu\n", (*open[1])[1], sizeof open / sizeof *open);
    return 0;
}
// CHECK: {{^}}3 4 3
// CHECK-NEXT: {{^}}5 3
