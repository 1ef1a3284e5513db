// What a size in a cast, sizeof or typeof mentions is still known after an await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
#include <stddef.h>
async int give(int n) { await async_yield(); return n; }
static int first(int n, int (*p)[n]) { return (*p)[n - 1]; }
async int f(void *memory)
{
    int n = await give(3), m = await give(2), k = await give(1), j = await give(4), taken = 5, *pt = &taken;
    await async_yield();
    int r = ((int (*)[n])memory)[1][0];
    await async_yield();
    r += 100 * sizeof(char[m]);
    await async_yield();
    r += first(taken, (int (*)[taken])memory) * 1000;
    r += first(taken, (int (*)[*pt])memory) * 1000;
    await async_yield();
    r += sizeof(typeof(char[k + 1])) * 100000;
    await async_yield();
    typeof(char[j]) *p = memory;
    r += sizeof *p * 1000000;
    int z = await give(2);
    r += _Generic((char (*)[z])0, default: 1) + (int)sizeof(struct { char c[3]; }) + (int)_Alignof(char[z]);
    int y = await give(3), x = await give(2);
    await async_yield();
    r += (int)((char *)((char (*)[x])memory + y) - (char *)memory);
    { int q = await give(6); await async_yield(); int (*local)[q] = malloc(sizeof *local); r += sizeof *local; free(local); }
    int w = await give(2), v = await give(2);
    await async_yield();
    r += __builtin_types_compatible_p(int[3], int[3]) + sizeof(int[w][v]) + (taken = 4, sizeof(int[taken]));
    return r;
}
async int main(void)
{
    int memory[100];
    for (int i = 0; i < 100; i++) memory[i] = i;
    printf("%d\n", await f(memory));
    typedef int row[await give(3)];
    printf("%zu\n", sizeof(row));
    return 0;
}
// CHECK: 4208271
// CHECK-NEXT: {{^}}12
