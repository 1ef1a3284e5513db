// The value of a future(void) is void.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async void nothing(void) { }
async int main(void)
{
    int x = await nothing();
    // CHECK: void-value.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}'void'
    return x + await nothing();
    // CHECK: void-value.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}'void'
}
