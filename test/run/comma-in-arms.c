// An unparenthesized comma between ? and : and at the end of a statement expression belongs to the value.
// RUN: %build -Wno-unused-value %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int a = 1, b = 2, c = 3, n = 0, list[4] = { 10, 20, 30, 40 };
    int d = a ? b++, c : await give(9), e = ({ await give(1); a, c; });
    int f = ({ await give(1); a, await give(7); }), g = list[a, c] + await give(2);
    printf("%d %d %d %d %d\n", d, e, f, g, b);
    // CHECK: {{^}}3 3 7 42 3
    await give(1) ? n++, b = 5 : 0;
    for (; b = n, c, n < 3 && await give(1); n++, await give(b), c)
        ;
    printf("%d %d\n", n, b);
    // CHECK-NEXT: {{^}}3 3
}
