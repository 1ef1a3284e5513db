// Declarations of an async function that disagree, also async against plain, are an error.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int a(int);
int a(int);
// CHECK: conflicting-declarations.c:[[#@LINE-1]]:5: error: {{.*}}'a'
async int b(int);
async double b(int);
// CHECK: conflicting-declarations.c:[[#@LINE-1]]:14: error: {{.*}}'b'
async int c(int x) { return x; }
async int c(int x) { return x; }
// CHECK: conflicting-declarations.c:[[#@LINE-1]]:11: error: {{.*}}'c'
async int d(int);
async int d(double x) { return (int)x; }
// CHECK: conflicting-declarations.c:[[#@LINE-1]]:11: error: {{.*}}'d'
// CHECK-NOT: (**)
// CHECK-NOT: async_tag
