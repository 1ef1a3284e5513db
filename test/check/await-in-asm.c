// An await cannot stand in an operand of asm.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { await async_yield(); return x; }
async int main(void)
{
    int x;
    __asm__ volatile("" : "=r"(x) : "0"(await give(1)));
    // CHECK: [[#@LINE-1]]:41: error: 'await' cannot be used in an operand of 'asm'; await first
    return x;
}
