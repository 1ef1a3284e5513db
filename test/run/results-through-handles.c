// Results of all sizes come through tasks and pointers to async functions as well.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct s3 { char b[3]; };
struct s24 { long a, b, c; };
async struct s3 three(char x) { await async_yield(); return (struct s3){ { x, 2, 3 } }; }
async struct s24 large(long x) { await async_yield(); return (struct s24){ x, x + 1, x + 2 }; }
async struct s24 large_now(long x) { return (struct s24){ x, x + 1, x + 2 }; }
async double real(double x) { await async_yield(); return x; }
async long double ld(long double x) { await async_yield(); return x; }
async void nothing(int *p) { await async_yield(); *p += 1; }
async _Bool truth(int x) { await async_yield(); return x; }

async int main(void)
{
    future(struct s3) a = async_create_task(three(1));
    future(struct s24) b = async_create_task(large(4)), c = large_now(7);
    future(double) d = real(1.5);
    future(long double) e = async_create_task(ld(2.5L));
    int n = 0;
    future(void) v = async_create_task(nothing(&n)), w = nothing(&n);
    future(_Bool) t = truth(4);
    future(struct s24) (*p)(long) = large;
    future(double) (*q)(double) = real;
    struct s24 bb = await b;
    printf("%d %ld %ld %.1f %.1Lf\n", (await a).b[0], bb.c, (await c).b, await d, await e);
    await v;
    await w;
    printf("%d %d\n", n, await t);
    printf("%ld %.1f\n", (await p(10)).c, await q(3.5));
}
// CHECK: {{^}}1 6 8 1.5 2.5
// CHECK-NEXT: {{^}}2 1
// CHECK-NEXT: {{^}}12 3.5
