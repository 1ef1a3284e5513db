// await under every unary operator, casts and member access.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair { int x; char name[8]; struct { int deep[3]; } in; };
static struct pair global = { 7, "seven", { { 1, 2, 3 } } };

async int give(int x) { await async_yield(); return x; }
async struct pair *where(void) { await async_yield(); return &global; }
async struct pair copy(void) { await async_yield(); return global; }
async int *number(void) { await async_yield(); return &global.x; }

async int main(void)
{
    printf("%d %d %d %d\n", -await give(3), +await give(4), ~await give(0), !await give(5));
    printf("%d %d\n", *await number(), -*await number());
    printf("%d %s %d\n", (await where())->x, (await where())->name, (await where())->in.deep[1]);
    printf("%d %s %d\n", (await copy()).x, (await copy()).name, (await copy()).in.deep[await give(2)]);
    int *p = &(await where())->x, *q = &*await number();
    printf("%d %d\n", p == &global.x, q == p);
    printf("%d ", ++*await number());
    printf("%d ", (*await number())--);
    printf("%d\n", (await where())->x++);
    printf("%d\n", global.x);
    printf("%ld %c %.1f\n", (long)await give(5), (char)await give('a'), (double)await give(3) / 2);
    (void)await give(1);
    (void)!await give(1);
    *await number() = await give(12);
    (await where())->in.deep[await give(1)] = await give(13);
    (*await where()).name[0] = 'S';
    printf("%d %d %s\n", global.x, global.in.deep[1], global.name);
}
// CHECK: {{^}}-3 4 -1 0
// CHECK-NEXT: {{^}}7 -7
// CHECK-NEXT: {{^}}7 seven 2
// CHECK-NEXT: {{^}}7 seven 3
// CHECK-NEXT: {{^}}1 1
// CHECK-NEXT: {{^}}8 8 7
// CHECK-NEXT: {{^}}8
// CHECK-NEXT: {{^}}5 a 1.5
// CHECK-NEXT: {{^}}12 13 Seven
