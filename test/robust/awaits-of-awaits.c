// Of a thousand awaits, each of the one behind it, only the one that is wrong is reported.
// RUN: not %asyncc --cc=gcc %s -o %t.c 2>&1 | FileCheck %s
#include <async.h>
#define ten(x) x x x x x x x x x x
async int f(int x)
{
    return ten(ten(ten(await))) f(x);
}
// CHECK-NOT: error
// CHECK: awaits-of-awaits.c:[[#@LINE-3]]:{{[0-9]+}}: error: operand of 'await' is not a future but has type 'int'
// CHECK: 1 error generated.
