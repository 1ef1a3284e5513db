// After twenty errors enough has been said, but all are counted.
// RUN: not %asyncc --cc=gcc %s -o %t.c 2>&1 | FileCheck %s
#include <async.h>
#define five nothing; nothing; nothing; nothing; nothing;
async void f(void)
{
    five five five five
    nothing;
    nothing;
}
// CHECK-COUNT-20: error: use of undeclared identifier 'nothing'
// CHECK-NEXT: five five five five
// CHECK-NEXT: ^
// CHECK-NEXT: asyncc: error: too many errors, stopping here
// CHECK-NEXT: 22 errors generated.
