// An attribute belongs to its own declarator, and a local may be called as an attribute is.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// RUN: %asyncc %s --emit=frames | FileCheck %s --check-prefix=FRAME
#include <async.h>
#include <stdio.h>

static int aligned(int x)
{
    return x * 2;
}

async int sum(int x)
{
    int cleanup = aligned(x), first __attribute__((aligned(32))) = x, second = aligned(64);
    int third __attribute__((aligned)) = 3;
    await async_yield();
    return cleanup + first + second + third;
}
// FRAME: sum
// FRAME: cleanup: int, live at an await
// FRAME: first: int, aligned
// FRAME: second: int, live at an await
// FRAME: third: int, aligned

async int main(void)
{
    // CHECK: 146
    printf("%d\n", await sum(5));
    return 0;
}
