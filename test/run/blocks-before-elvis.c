// The locals of a statement expression in front of `?:`, which libclang shows three times, are there once.
// RUN: %asyncc --emit=frames %s | FileCheck %s --check-prefix=FRAME
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

// FRAME: {{^}}choose
// FRAME-NEXT: header
// FRAME-NEXT: numbers: int[4]
// FRAME-NOT: numbers
// FRAME: {{^}}main
async int choose(void)
{
    return ({ int numbers[4] = { 1, 2 }; await give(numbers[0]); numbers[1]; }) ?: await give(3);
}

async int main(void)
{
    // CHECK: {{^}}2 5 7
    printf("%d ", await choose());
    ((printf("%d ", ({ int a = await give(3), b = await give(5); (await give(a > b)) ? a : b; }))) ?: await give(0));
    printf("%d\n", ({ int a = await give(0); await give(1); a; }) ?: await give(7));
}
