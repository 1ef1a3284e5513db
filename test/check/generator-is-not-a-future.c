// A generator is no future: the message names async_next or async_for.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int main(void)
{
    generator(int) g = async_as_completed(give(1), give(2));
    int x = await g;
    // CHECK: generator-is-not-a-future.c:[[#@LINE-1]]:{{13|19}}: error: {{.*}}generator{{.*}}async_next
    return x;
}
// CHECK-NOT: (**)
