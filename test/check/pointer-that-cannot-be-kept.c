// A pointer to an array of variable length can be kept over an await only where its type can be said again.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int n) { await async_yield(); return n; }
async int f(void *p)
{
    return ((int (*)[await give(2)])p)[await give(3)][0];
    // CHECK: pointer-that-cannot-be-kept.c:[[#@LINE-1]]:13: error: this pointer to an array of variable length cannot be kept over the await; store it in a variable first
}
async void *pointer(void *p) { await async_yield(); return p; }
async bool g(void *p, int i)
{
    int (*q)[i];
    q = await give(1) ? (int (*)[++i]){ await pointer(p) } : 0;
    // CHECK: pointer-that-cannot-be-kept.c:[[#@LINE-1]]:9: error: this pointer to an array of variable length cannot be kept over the await; store it in a variable first
    return q != 0;
}
