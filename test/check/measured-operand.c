// An operand of await that is only measured is checked as others are.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { await async_yield(); return x; }
async int main(void)
{
    int n = sizeof(await give);
    // CHECK: [[#@LINE-1]]:26: error: operand of 'await' is a function, not a future; did you forget to call it?
    return n;
}
