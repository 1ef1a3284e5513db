// return leaves nested loops, switches and blocks.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int find(int a[3][3], int what)
{
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            switch (await give(a[i][j] - what)) {
            case 0: {
                int at = i * 3 + j;
                return await give(at);
            }
            case 100:
                return -100;
            }
        }
    }
    return -1;
}

async void quiet(int *p)
{
    if (*p > 3)
        return;
    *p += await give(10);
    if (*p < 12)
        return;
    *p = 0;
}

async int main(void)
{
    int a[3][3] = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 109 } };
    printf("%d %d %d\n", await find(a, 6), await find(a, 9), await find(a, 10));
    int x = 1, y = 5, z = 3;
    await quiet(&x), await quiet(&y), await quiet(&z);
    printf("%d %d %d\n", x, y, z);
}
// CHECK: {{^}}5 -100 -1
// CHECK-NEXT: {{^}}11 5 0
