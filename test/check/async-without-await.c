// An async function without an await is a warning, for those who ask for it.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | count 0
// RUN: %asyncc --cc=gcc -Wasync-without-await %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
// CHECK: [[#@LINE+1]]:11: warning: async function 'f' never awaits [-Wasync-without-await]
async int f(void) { return 1; }
async int g(void) { return await f(); }
// CHECK: 1 warning generated.
