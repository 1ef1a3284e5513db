// The value of `switch` awaits, and so do its cases.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int f(int n)
{
    int r = 0;
    switch (await give(n)) {
    case 1:
        r += await give(1);
        break;
    case 2: {
        int k = await give(20);
        r += k;
        break;
    }
    case 3 ... 5:
        r = await give(35);
        break;
    default:
        return await give(99);
    case 7:;
    }
    return r;
}

async int main(void)
{
    for (int i = 0; i < 8; i++)
        printf("%d ", await f(i));
    puts("");
}
// CHECK: {{^}}99 1 20 35 35 35 99 0 {{$}}
