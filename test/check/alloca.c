// alloca in a function that awaits is an error; in one that does not it is fine.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <alloca.h>
#include <async.h>
async int waits(int n)
{
    char *p = alloca(n);
    // CHECK: alloca.c:[[#@LINE-1]]:15: error: 'alloca' cannot be used in a function that awaits: {{.*}} use an array of variable length or 'malloc'
    char *q = __builtin_alloca(n);
    // CHECK: alloca.c:[[#@LINE-1]]:15: error: {{.*}}alloca
    void *f = __builtin_frame_address(0);
    // CHECK: alloca.c:[[#@LINE-1]]:15: error: {{.*}}__builtin_frame_address{{.*}} stack frame is another one
    await async_yield();
    return *p + *q + (f != 0);
}
async int ready(int n) { char *p = alloca(n); *p = 1; return *p; }
// CHECK-NOT: error: {{.*}}alloca
