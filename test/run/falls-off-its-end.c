// A function that gives a value may end without one, if nobody looks at it.
// RUN: %build -Wno-return-type %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
struct large { int values[20]; };
async int small(int n) { if (n) return n; await async_yield(); printf("%d ", n); }
async struct large big(int n) { await async_yield(); printf("%d ", n); }
async int main(void)
{
    for (int i = 0; i < 3; i++) {
        await small(i);
        await big(i);
    }
    auto task = async_create_task(small(0));
    await task;
    printf("\n");
}
// CHECK: 0 0 1 2 0
