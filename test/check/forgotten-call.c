// await of a function that was not called says so.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int main(void)
{
    int x = await give;
    // CHECK-NOT: error:
    // CHECK: forgotten-call.c:[[#@LINE-2]]:19: error: {{.*}}did you forget to call it
    // CHECK-NOT: error:
    return x;
}
// CHECK-NOT: (**)
