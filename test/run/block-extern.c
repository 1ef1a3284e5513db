// Functions and objects declared in blocks, async functions too.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int main(void)
{
    extern int object, list[];
    int plain(int), other(int);
    async int waits(int);
    future(int) also(int);
    extern async int again(int);
    int a = await waits(1) + plain(2);
    {
        extern int object;
        a += object;
    }
    await async_yield();
    printf("%d %d %d %d %d\n", a, list[1], other(5), await also(6), await again(7));
}

int object = 40, list[] = { 8, 9 };
int plain(int x) { return x; }
int other(int x) { return -x; }
async int waits(int x) { await async_yield(); return x; }
async int also(int x) { await async_yield(); return x; }
async int again(int x) { await async_yield(); return x; }
// CHECK: {{^}}43 9 -5 6 7
