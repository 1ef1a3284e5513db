// Inline asm with operands between awaits, with labels of its own.
// REQUIRES: x86_64
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int v) { await async_yield(); return v; }

async int add(int a, int b)
{
    int r;
    __asm__("addl %2, %0" : "=r"(r) : "0"(a), "r"(b));
    await async_yield();
    int in = await give(5);
    __asm__ volatile("addl %[n], %[r]\n\t# %= {x}" : [r] "+r"(r) : [n] "rm"(in) : "cc", "memory");
    return r;
}

async int jump(int x)
{
    await async_yield();
    __asm__ goto("testl %0, %0\n\tjz %l[zero]" : : "r"(x) : "cc" : zero);
    return await give(1);
zero:
    return await give(2);
}

async int main(void)
{
    printf("%d %d %d\n", await add(1, 2), await jump(0), await jump(1));
}
// CHECK: {{^}}8 2 1
