// An await cannot stand in an operand of asm that has to be a constant.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { await async_yield(); return x; }
async int main(void)
{
    int x;
    __asm__ volatile("" : "=r"(x) : "0"(1), "i"(await give(1)));
    // CHECK: [[#@LINE-1]]:49: error: 'await' in an operand of 'asm' whose constraint "i" wants a constant; use one that takes a register, such as "r"
    return x;
}
// CHECK: 1 error generated
