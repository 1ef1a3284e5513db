// A label of `asm goto` may be called as an async function is.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int zero(int x)
{
    await async_yield();
    return x;
}

async int jump(int x)
{
#if defined __x86_64__
    __asm__ goto("testl %0, %0\n\tjz %l[zero]" : : "r"(await zero(x)) : "cc" : zero);
#else
    if (await zero(x) == 0)
        goto zero;
#endif
    return await zero(1);
zero:
    return 0;
}

async int main(void)
{
    // CHECK: 0 1
    printf("%d %d\n", await jump(0), await jump(7));
    return 0;
}
