// gather runs all at the same time and gives all values, each of its own type, in the order given.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[5]; };
async int number(int n, double delay) { await async_sleep(delay); printf("%d ", n); return n; }
async const char *text(const char *s) { await async_yield(); return s; }
async struct big big(long x) { await async_sleep(0.001); return (struct big){ { x, x + 1 } }; }
async void nothing(int *p) { await async_yield(); ++*p; }

async int main(void)
{
    int n = 0;
    auto r = await async_gather(number(1, 0.03), number(2, 0.02), number(3, 0.01));
    printf("| %d %d %d\n", r._0, r._1, r._2);
    auto m = await async_gather(text("a"), big(5), nothing(&n), async_create_task(number(4, 0)));
    printf("| %s %ld %d %d\n", m._0, m._1.a[1], n, m._3);
    printf("%d\n", (await async_gather(number(5, 0)))._0);
    auto nested = await async_gather(async_gather(number(6, 0), number(7, 0)), number(8, 0));
    printf("| %d %d %d\n", nested._0._0, nested._0._1, nested._1);
    int sum = (await async_gather(number(9, 0), number(10, 0)))._1 + await number(11, 0);
    printf("| %d\n", sum);
}
// CHECK: {{^}}3 2 1 | 1 2 3
// CHECK-NEXT: {{^}}4 | a 6 1 4
// CHECK-NEXT: {{^}}5 5
// CHECK: | 6 7 8
// CHECK: | 21
