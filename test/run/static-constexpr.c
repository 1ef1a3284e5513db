// constexpr may stand beside static, in either order.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static constexpr int outside = 1;

async int main(void)
{
    static constexpr int a = 2;
    constexpr static int b = 3;
    await async_yield();
    printf("%d %d %d\n", outside, a, b);
    return 0;
}
// CHECK: {{^}}1 2 3
