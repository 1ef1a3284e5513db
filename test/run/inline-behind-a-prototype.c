// A function that any declaration calls without `inline` is an ordinary one, and awaited before its definition.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int before(int n);
inline async int behind(int n);

async int main(void)
{
    // CHECK: 1 2
    printf("%d %d\n", await before(1), await behind(1));
    return 0;
}

inline async int before(int n)
{
    await async_yield();
    return n;
}

inline async int behind(int n)
{
    await async_yield();
    return n + 1;
}

extern async int behind(int n);
