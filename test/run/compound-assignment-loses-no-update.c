// A compound assignment reads its value after the await, so concurrent tasks lose no update; its address is taken before.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct counter { int n; unsigned bits : 12; double d; };
static int total;
static struct counter counter;
static int cells[2];
static int *cell = cells;

async int one(void) { await async_sleep(0.001); return 1; }
async int add(int times)
{
    for (int i = 0; i < times; i++) {
        total += await one();
        counter.n += await one();
        counter.bits += await one();
        counter.d += await one();
    }
    return 0;
}

async int moves(void) { cell = &cells[1]; await async_yield(); return 5; }
async int changes(int *p) { *p += 10; await async_yield(); *p += 100; return 1; }

async int main(void)
{
    await async_gather(add(5), add(5), add(5));
    printf("%d %d %d %.1f\n", total, counter.n, counter.bits, counter.d);
    *cell += await moves();
    printf("%d %d\n", cells[0], cells[1]);
    int local = 1;
    local += await changes(&local);
    printf("%d\n", local);
    total = 1;
    total *= await changes(&total) + 1;
    printf("%d\n", total);
}
// CHECK: {{^}}15 15 15 15.0
// CHECK-NEXT: {{^}}5 0
// CHECK-NEXT: {{^}}112
// CHECK-NEXT: {{^}}222
