// An await under sizeof is a warning, but not the copy that assert makes, nor one whose type is asked for.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
#include <assert.h>

async int f(void) { return 1; }

async int main(void)
{
    // CHECK-NOT: warning
    // CHECK: [[#@LINE+1]]:30: warning: 'await' in an operand of 'sizeof' is not evaluated [-Wunevaluated-await]
    unsigned long n = sizeof(await f());
    typeof(await f()) x = 0;
    assert(await f() == 1);
    return n == sizeof x ? 0 : x;
}
// CHECK: 1 warning generated.
