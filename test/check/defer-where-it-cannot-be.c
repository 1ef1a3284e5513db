// `defer` stands where a statement is executed.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
void g(void);

// CHECK: [[#@LINE+1]]:1: error: 'defer' is only allowed in a function
defer g();
unsigned long f(void)
{
    // CHECK: [[#@LINE+1]]:22: error: 'defer' cannot be used here
    return sizeof(({ defer g(); 1; }));
}
