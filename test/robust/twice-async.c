// 'async' twice in one declaration is an error at the second.
// RUN: not %asyncc --cc=gcc %s -o %t.c 2>&1 | FileCheck %s
#include <async.h>
async int async int main(void)
{
    return 0;
}
// CHECK: twice-async.c:[[#@LINE-4]]:11: error: duplicate 'async'
// CHECK-NOT: error:
// CHECK: 1 error generated.
