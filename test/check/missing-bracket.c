// A bracket that is never closed is one error, with the bracket that it belongs to.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int second(void)
{
    if (await give(1) {
        return 1;
    }
    return 0;
}
// CHECK: error: expected ')' before '}'
// CHECK: missing-bracket.c:[[#@LINE-6]]:8: note: to match this '('
