// A _Pragma between declarations on one line stands on a line of its own in the output.
// RUN: %asyncc %s -o %t.c && %cc -Wno-unknown-pragmas -fsyntax-only %t.c && FileCheck %s < %t.c
#include <async.h>
#define PUSH _Pragma("GCC diagnostic push")
#define POP _Pragma("GCC diagnostic pop")
struct table { int a; PUSH int b; POP };
PUSH int first; POP int second;
async int f(int x)
{
    return x;
}
// CHECK: {{^}}struct table { int a;
// CHECK: {{^}}#pragma GCC diagnostic push
// CHECK: int b;
// CHECK: {{^}}#pragma GCC diagnostic pop
// CHECK: int first;
// CHECK: {{^}}#pragma GCC diagnostic pop
// CHECK: int second;
