// await takes no cast, and says how to write one.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int n) { await async_yield(); return n; }
async int main(void)
{
    int a = await (int)give(1);
    // CHECK: await-before-a-cast.c:[[#@LINE-1]]:13: error: 'await' takes no cast; write '(T)await f()' or 'await ((T)f())'
    return a + (int)await give(2) + await (give)(3);
}
// CHECK: 1 error generated
