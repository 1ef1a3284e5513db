// Pragmas inside async functions keep their places and meaning.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int v) { await async_yield(); return v; }

async int main(void)
{
    int a[8] = { 0 };
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-value"
    a[0] == 1;
#pragma GCC diagnostic pop
    await async_yield();
#pragma GCC unroll 4
    for (int i = 0; i < 8; i++)
        a[i] += i;
    struct normal { char c; int i; };
#pragma pack(push, 1)
    struct packed { char c; int i; } p = { 1, await give(2) };
#pragma pack(pop)
    await async_yield();
    _Pragma("GCC diagnostic push")
    printf("%d %zu %zu %d\n", a[7], sizeof(struct packed), sizeof(struct normal), p.i);
    _Pragma("GCC diagnostic pop")
}
// CHECK: {{^}}7 5 8 2
