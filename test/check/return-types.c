// Returning a wrong value, none, or one from void is diagnosed as in C.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int *pointer(void) { return give(1); }
// CHECK: return-types.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}'int *'
async struct s { int x; } make(void) { return 3; }
// CHECK: return-types.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}'struct s'
async int handle(void) { return give(1); }
// CHECK: return-types.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int)
async void nothing(void) { return 3; }
// CHECK: return-types.c:[[#@LINE-1]]:28: error: void function 'nothing' should not return a value
async int something(void) { return; }
// CHECK-NOT: warning:
// CHECK: return-types.c:[[#@LINE-2]]:29: error: non-void function 'something' should return a value
// CHECK-NOT: async__body
// CHECK-NOT: (**)
// CHECK-NOT: async_tag
