// Pointers to plain functions as locals, in arrays, in structs; called before and after awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int mul(int a, int b) { return a * b; }
typedef int op(int, int);
struct table { op *ops[2]; int (*one)(int, int); };
async int give(int v) { await async_yield(); return v; }
async op *pick(int i) { await async_yield(); return i ? mul : add; }
async int (*pick_spelled(int i))(int, int) { await async_yield(); return i ? mul : add; }

async int main(void)
{
    int (*f)(int, int) = add, (*g[2])(int, int) = { add, mul };
    op *h = mul;
    struct table t = { { add, mul }, add };
    int (*(*pp)[2])(int, int) = &g;
    await async_yield();
    printf("%d %d %d %d\n", f(2, 3), g[1](2, 3), h(4, 5), t.one(1, 1));
    printf("%d %d\n", f(await give(6), 1), g[await give(1)](await give(6), await give(7)));
    printf("%d %d\n", (await pick(1))(3, 4), (await pick_spelled(0))(await give(3), 4));
    printf("%d %d\n", t.ops[await give(1)](3, 3), (*pp)[await give(0)](3, 3));
    f = await pick(1);
    await async_yield();
    printf("%d\n", f(8, 8));
}
// CHECK: {{^}}5 6 20 2
// CHECK-NEXT: {{^}}7 42
// CHECK-NEXT: {{^}}12 7
// CHECK-NEXT: {{^}}9 6
// CHECK-NEXT: {{^}}64
