// A case with an await falls through into the next.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int f(int n)
{
    int r = 0;
    switch (n) {
    case 0:
        r = r * 10 + await give(1);
        [[fallthrough]];
    case 1:
    case 2:
        r = r * 10 + await give(2);
        __attribute__((fallthrough));
    default:
        r = r * 10 + 3;
        if (n == 9)
            break;
        [[fallthrough]];
    case 3:
        r = r * 10 + await give(4);
    }
    return r;
}

async int main(void)
{
    printf("%d %d %d %d %d\n", await f(0), await f(1), await f(2), await f(3), await f(9));
}
// CHECK: {{^}}1234 234 234 4 3{{$}}
