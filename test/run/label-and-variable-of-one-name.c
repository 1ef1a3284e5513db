// Labels, tags, members and variables have name spaces of their own.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
struct x { int x; };

async int f(struct x x)
{
    int y = await give(x.x);
    goto x;
x:
    y += x.x;
    {
        struct x { int y; } x = { await give(5) };
        y += x.y;
        goto y;
y:
        y += await give(100);
    }
    enum z { z = 3 };
    enum z w = await give(z);
    return y + x.x + (int)w;
}

async int main(void)
{
    printf("%d\n", await f((struct x){ 1 }));
}
// CHECK: {{^}}111
