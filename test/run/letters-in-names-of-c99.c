// Letters that gcc takes in the names of C99, and clang only from C11 on.
// REQUIRES: gcc
// RUN: %build -std=c99 %s -o %t && %run %t
// RUN: %build -std=gnu99 %s -o %t && %run %t
#include <async.h>

async int x²(int n)
{
    await async_yield();
    return n * n;
}

async int main(void)
{
    int y² = await x²(3);
    await x²(1);
    return y² != 9;
}
