// Awaits in deeply nested blocks, loops and expressions.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int sum = 0;
    for (int a = 0; a < 2; a++) { while (await give(1)) { do { switch (a) { case 0: case 1: { if (await give(1)) { for (int b = 0; b < 2; b++) {
        { { { { int deep = await give(b); sum += deep + a; } } } } } } } } } while (await give(0)); break; } }
    printf("%d\n", sum);
    int x = ((((((((await give(1) + 1) * 2) + await give(1)) * 2) - (await give(1) + (await give(2) * (await give(3) - (1 + await give(1)))))))));
    printf("%d\n", x);
    int y = await give(1) ? await give(0) ? 1 : await give(1) ? (await give(0) || await give(1)) && await give(5) ? 10 : 2 : 3 : 4;
    printf("%d\n", y);
}
// CHECK: {{^}}4
// CHECK-NEXT: {{^}}7
// CHECK-NEXT: {{^}}10
