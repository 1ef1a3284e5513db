// else belongs to the nearest if, whatever awaits and however few braces there are.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
#pragma GCC diagnostic ignored "-Wdangling-else"

async int f(int a, int b)
{
    if (await give(a))
        if (await give(b))
            return 1;
        else
            return await give(2);
    return 3;
}

async int g(int a, int b)
{
    if (a)
        while (await give(1))
            if (await give(b))
                return await give(4);
            else
                break;
    else
        return 5;
    if (a) for (;;) if (await give(b)) ; else return 6;
    return 7;
}

async int main(void)
{
    printf("%d %d %d\n", await f(1, 1), await f(1, 0), await f(0, 1));
    printf("%d %d %d\n", await g(1, 1), await g(1, 0), await g(0, 1));
}
// CHECK: {{^}}1 2 3
// CHECK-NEXT: {{^}}4 6 5
