// An inline function that is not static may have to be inlined: its body is, whatever its attributes say.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

inline __attribute__((always_inline)) async int twice(int n);

__attribute__((always_inline)) inline async int twice(int n)
{
    await async_yield();
    return 2 * n;
}

inline async int thrice(int n) __attribute__((__always_inline__));
async int thrice(int n)
{
    return 3 * n;
}

[[gnu::always_inline]] inline async int next(int always_inline)
{
    await async_yield();
    return always_inline + 1;
}

extern inline __attribute__((gnu_inline, always_inline)) async int half(int n)
{
    return n / 2;
}

async int main(void)
{
    future(int) (*pointer)(int) = twice;
    // CHECK: 2 6 3 4
    printf("%d %d %d %d\n", await twice(1), await thrice(2), await next(2), await half(8));
    // CHECK-NEXT: 10 15 8 1
    printf("%d", await pointer(5));
    pointer = thrice;
    printf(" %d", await pointer(5));
    pointer = next;
    printf(" %d", await pointer(7));
    pointer = half;
    printf(" %d\n", await pointer(3));
    return 0;
}
