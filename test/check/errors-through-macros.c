// An error in what comes through a macro is reported where the macro is used, and says so.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
#define BAD(x) await undeclared_in_macro(x)
#define WAIT(x) await (x)
async int main(void)
{
    int n = BAD(1);
    // CHECK: errors-through-macros.c:[[#@LINE-1]]:13: error: {{.*}}'undeclared_in_macro'
    return n + WAIT(5);
    // CHECK: errors-through-macros.c:[[#@LINE-1]]:{{16|20|21}}: error: {{.*}}'int'
}
// CHECK-NOT: (**)
