// _Atomic locals and objects, read, written and compound-assigned around awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdatomic.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
static _Atomic int total;

async int main(void)
{
    _Atomic int a = 1;
    atomic_int b = await give(2);
    _Atomic(long) c = 3;
    a += await give(10);
    atomic_fetch_add(&b, await give(5));
    c = a + await give(1);
    await async_yield();
    total += await give(3);
    atomic_store(&total, atomic_load(&total) + await give(4));
    int expected = 7;
    bool done = atomic_compare_exchange_strong(&b, &expected, await give(70));
    printf("%d %d %ld %d %d\n", a, b, (long)c, total, done);
}
// CHECK: {{^}}11 70 12 7 1
