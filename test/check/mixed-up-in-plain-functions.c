// The same in plain functions of the file: speaking of future(T), an error.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
int plain(void)
{
    future(double) d = give(3);
    // CHECK: mixed-up-in-plain-functions.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(
    return async_done(d);
}
// CHECK-NOT: (**)
// CHECK-NOT: async_tag
