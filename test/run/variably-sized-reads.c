// sizeof of a pointer to an array known at run time, and VLAs whose scope ends before the await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int f(int n)
{
    int r = 0;
    {
        int vla[n];
        for (int i = 0; i < n; i++)
            vla[i] = i;
        r = vla[n - 1] + (int)(sizeof vla / sizeof *vla);
    }
    r += await give(100);
    for (int i = 0; i < 2; i++) {
        { char more[n + i]; more[0] = 1; r += (int)sizeof more + more[0]; }
        r += await give(1000);
    }
    return r;
}

async int main(void)
{
    printf("%d\n", await f(5));
}
// CHECK: {{^}}2122
