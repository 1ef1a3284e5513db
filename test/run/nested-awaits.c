// Awaits inside the operands of awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }
async int add(int a, int b) { await async_yield(); return a + b; }

async int main(void)
{
    printf(" %d\n", await give(await give(await give(1) + 1) + 1));
    printf(" %d\n", await add(await give(1), await add(await give(2), await give(3))));
    printf(" %d\n", await add(await add(await give(1), 2), await add(3, await give(4))));
    await give(await add(1, 1) ? await give(5) : await give(6));
    puts("");
}
// CHECK: {{^}}<1><2><3> 3
// CHECK-NEXT: {{^}}<1><2><3> 6
// CHECK-NEXT: {{^}}<1><4> 10
// CHECK-NEXT: {{^}}<5><5>
