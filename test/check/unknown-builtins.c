// A built-in of the compiler whose type asyncc does not know is not guessed at, in no standard. Elsewhere it is not our business.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=gcc -std=gnu17 %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=gcc -std=gnu89 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

static __float128 plain(void)
{
    return __builtin_nanq("");
}

async int main(void)
{
    // CHECK-NOT: :[[#@LINE-5]]:
    // CHECK: unknown-builtins.c:[[#@LINE+1]]:{{[0-9]+}}: error: asyncc does not know the built-in '__builtin_nanq', nor what it gives; call it in a plain function
    __float128 x = ({ await async_yield(); __builtin_nanq(""); });
    return x == plain();
}
