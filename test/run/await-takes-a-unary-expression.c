// await binds as sizeof does: the whole postfix expression, and no binary operator.
// RUN: %build -Wno-unevaluated-await %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int f(int x) { await async_yield(); return x; }
struct api { future(int) (*call)(int); struct { future(int) (*in[2])(int); } deep; };
static struct api api = { f, { { f, f } } };
static struct api *get(void) { return &api; }
typedef future(int) handler(int);
static handler *choose(int i) { return i ? f : 0; }
async handler *choose_later(int i) { await async_yield(); return i ? f : 0; }

async int main(void)
{
    printf("%d\n", await f(1) + 1);
    printf("%d\n", await api.call(2) * 2);
    printf("%d\n", await get()->call(3) - 1);
    printf("%d\n", await get()->deep.in[1](4) == 4);
    printf("%d\n", await choose(1)(5));
    printf("%d\n", await (await choose_later(1))(6));
    printf("%d\n", -await f(7) - await f(8));
    printf("%d\n", !await f(0) && await f(1) ? await f(9) : 0);
    printf("%d\n", (int)sizeof await f(1) + (int)sizeof(await f(2) + 1L));
    printf("%d\n", await(f)(10) << 1);
    int x = 5;
    x -= await f(2) -await f(1);
    printf("%d\n", x);
}
// CHECK: {{^}}2
// CHECK-NEXT: {{^}}4
// CHECK-NEXT: {{^}}2
// CHECK-NEXT: {{^}}1
// CHECK-NEXT: {{^}}5
// CHECK-NEXT: {{^}}6
// CHECK-NEXT: {{^}}-15
// CHECK-NEXT: {{^}}9
// CHECK-NEXT: {{^}}12
// CHECK-NEXT: {{^}}20
// CHECK-NEXT: {{^}}4
