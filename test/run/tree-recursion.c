// An async function calls itself several times; each call has its own locals.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int fib(int n)
{
    if (n < 2)
        return n;
    int a = await fib(n - 1);
    if (n % 3 == 0)
        await async_yield();
    int b = await fib(n - 2);
    return a + b;
}

async int ackermann(int m, int n)
{
    return m == 0 ? n + 1 : n == 0 ? await ackermann(m - 1, 1) : await ackermann(m - 1, await ackermann(m, n - 1));
}

async void hanoi(int n, int from, int to, int *moves)
{
    int other = 3 - from - to;
    if (n == 0)
        return;
    await hanoi(n - 1, from, other, moves);
    await async_yield();
    ++*moves;
    await hanoi(n - 1, other, to, moves);
}

async int main(void)
{
    int moves = 0;
    await hanoi(10, 0, 2, &moves);
    printf("%d %d %d\n", await fib(15), await ackermann(2, 3), moves);
}
// CHECK: {{^}}610 9 1023
