// Struct results used at once: members, nested members, arguments, assignments, conditionals, arrays inside.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct in { int v[3]; };
struct out { struct in in; char name[4]; struct in *p; };
static struct in shared = { { 7, 8, 9 } };
async struct out make(int x) { await async_yield(); return (struct out){ { { x, x + 1, x + 2 } }, "nam", &shared }; }
async int give(int x) { await async_yield(); return x; }
static int sum(struct in i) { return i.v[0] + i.v[1] + i.v[2]; }

async int main(void)
{
    printf("%d %d\n", (await make(1)).in.v[2], (await make(1)).p->v[await give(1)]);
    printf("%d\n", sum((await make(2)).in));
    printf("%d\n", sum(await give(0) ? (await make(1)).in : shared));
    struct in copy = (await make(5)).in;
    shared = (await make(6)).in;
    printf("%d %d %c\n", copy.v[0], shared.v[0], (await make(0)).name[1]);
    struct out list[2] = { await make(1), await make(2) };
    list[await give(1)].in = (list[0] = await make(8)).in;
    printf("%d %d %s\n", list[0].in.v[0], list[1].in.v[1], list[1].name);
    printf("%d %d\n", sum(list[0].in) + sum((await make(1)).in) * sum(list[1].in), (await make(3)).in.v[0] + (await make(4)).in.v[await give(0)]);
    *(await make(1)).p = (struct in){ { await give(1), 1, 1 } };
    printf("%d\n", sum(shared));
}
// CHECK: {{^}}3 8
// CHECK-NEXT: {{^}}9
// CHECK-NEXT: {{^}}24
// CHECK-NEXT: {{^}}5 6 a
// CHECK-NEXT: {{^}}8 9 nam
// CHECK-NEXT: {{^}}189 7
// CHECK-NEXT: {{^}}3
