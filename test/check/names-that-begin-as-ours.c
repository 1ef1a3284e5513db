// What other files know by its name cannot be called as asyncc's own things are.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int async__start(int n) { return n; }
// CHECK: names-that-begin-as-ours.c:[[#@LINE-1]]:11: error: 'async__start' cannot be the name of something that other files see
int async__counter;
// CHECK: names-that-begin-as-ours.c:[[#@LINE-1]]:5: error: 'async__counter' cannot be
static int async__own(int n)
{
    return n.async__member;
    // CHECK-NOT: aSync
}
async int uses(void) { int async__local = "a" * 2; return async__local + async__own(3); }
// CHECK: names-that-begin-as-ours.c:[[#@LINE-1]]:{{[0-9]+}}: error: invalid operands
