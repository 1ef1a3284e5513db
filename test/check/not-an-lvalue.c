// The value of await is no lvalue.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int main(void)
{
    await give(1) = 2;
    // CHECK: not-an-lvalue.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}not assignable
    int *p = &await give(1);
    // CHECK: not-an-lvalue.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}address of an rvalue
    (await give(1))++;
    // CHECK: not-an-lvalue.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}not assignable
    return *p;
}
