// _Noreturn, noreturn, constructor and nested async functions are errors.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
_Noreturn async void stops(void);
// CHECK: wrong-specifiers.c:[[#@LINE-1]]:1: error: {{.*}}_Noreturn
async void ends(void) __attribute__((noreturn));
// CHECK: wrong-specifiers.c:[[#@LINE-1]]:38: error: {{.*}}noreturn
__attribute__((constructor)) async void early(void) { }
// CHECK: wrong-specifiers.c:[[#@LINE-1]]:16: error: {{.*}}constructor
[[noreturn]] async void never(void);
// CHECK: wrong-specifiers.c:[[#@LINE-1]]:3: error: {{.*}}noreturn
async int outer(void)
{
    async int nested(int x) { return x; }
    // CHECK: wrong-specifiers.c:[[#@LINE-1]]:{{[0-9]+}}: error:
    return 0;
}
