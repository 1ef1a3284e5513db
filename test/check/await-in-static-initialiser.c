// await in the initialiser of a static local is an error.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int main(void)
{
    static int kept = await give(2);
    // CHECK: await-in-static-initialiser.c:[[#@LINE-1]]:23: error: 'await' cannot be used here, where C wants a constant
    return kept;
}
// CHECK-NOT: (**)
