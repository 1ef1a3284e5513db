// async on a pointer to a function, an object, a member, a parameter is an error; a note says future(int) (*h)(int).
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int (*h)(int);
// CHECK: async-on-a-pointer.c:[[#@LINE-1]]:1: error: 'async'
// CHECK: note: {{.*}}future(int) (*h)(
async int object;
// CHECK: async-on-a-pointer.c:[[#@LINE-1]]:1: error: 'async'
struct s { async int (*member)(int); };
// CHECK: async-on-a-pointer.c:[[#@LINE-1]]:12: error: 'async'
// CHECK: note: {{.*}}future(int) (*member)(
static int takes(async int (*p)(int));
// CHECK: async-on-a-pointer.c:[[#@LINE-1]]:18: error: 'async'
async struct t { int x; };
// CHECK: async-on-a-pointer.c:[[#@LINE-1]]:1: error: 'async'
