// A call copies its arguments: what changes before the body runs does not matter.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair { int x, y; };
async int sum(int a, struct pair p) { printf("runs "); await async_yield(); return a + p.x + p.y; }

async int main(void)
{
    int a = 1;
    struct pair p = { 2, 3 };
    future(int) f = sum(a, p);
    future(int) t = async_create_task(sum(a, p));
    a = 100, p.x = 200;
    printf("made ");
    printf("%d\n", await f);
    printf("%d\n", await t);
}
// CHECK: {{^}}made runs {{(runs )?}}6
// CHECK-NEXT: {{^(runs )?}}6
