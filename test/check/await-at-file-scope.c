// await in an initializer at file scope is an error.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
int global = await give(1);
// CHECK: await-at-file-scope.c:[[#@LINE-1]]:14: error: 'await'
// CHECK-NOT: (**)
