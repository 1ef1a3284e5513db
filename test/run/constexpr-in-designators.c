// The index of a designator stays a constant where it names a constexpr.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

constexpr int size = 2;
async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int list[size * 2] = { [size * 2 - 1] = await give(7), [size - 1] = await give(2), [size - 2] = await give(4) };
    // CHECK: {{^}}4 2 0 7
    printf("%d %d %d %d\n", list[0], list[1], list[2], list[3]);
}
