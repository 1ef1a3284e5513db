// A wrong operand of await is told once, by what is wrong inside of it.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int main(void)
{
    // CHECK-NOT: error:
    // CHECK: [[#@LINE+1]]:26: error: too many arguments
    return await give(1, 2);
}
// CHECK-NOT: error: 
