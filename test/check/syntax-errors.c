// Syntax errors in async functions are reported at their place, and nothing is written.
// RUN: rm -f %t.out.c
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not ls %t.out.c
#include <async.h>
async int give(int x) { return x; }
async int first(void)
{
    int a = await give(1)
    return a;
}
// CHECK: syntax-errors.c:[[#@LINE-3]]:26: error: expected ';'
