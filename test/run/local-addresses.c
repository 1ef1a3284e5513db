// The address of a local or a parameter stays valid across awaits, also in other tasks.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair { int x, y; };
async void add(int *to, int n) { await async_yield(); *to += n; }
async void swap(struct pair *p) { int t = p->x; await async_yield(); p->x = p->y; await async_yield(); p->y = t; }
static int *same(int *p) { return p; }

async int param(int n, struct pair p)
{
    int *at = &n;
    await add(&n, 5);
    await swap(&p);
    *at += 1;
    return n * 100 + p.x * 10 + p.y;
}

async int main(void)
{
    int a = 1, b = 2, *pa = &a, **ppa = &pa;
    await add(&a, 10);
    await add(pa, 100);
    await add(*ppa, 1000);
    printf("%d %d\n", a, b);
    struct pair p = { 1, 2 }, *q = &p;
    await swap(q);
    printf("%d %d\n", p.x, p.y);
    await add(&p.x, 5);
    await add(&q->y, 6);
    printf("%d %d\n", p.x, p.y);
    printf("%d\n", await param(1, p));
    for (int i = 0; i < 3; i++) {
        int fresh = i;
        int *at = same(&fresh);
        await add(&fresh, 10);
        printf("%d %d ", *at, at == &fresh);
    }
    puts("");
}
// CHECK: {{^}}1111 2
// CHECK-NEXT: {{^}}2 1
// CHECK-NEXT: {{^}}7 7
// CHECK-NEXT: {{^}}777
// CHECK-NEXT: {{^}}10 1 11 1 12 1
