// Types declared in blocks: tagged, untagged, enums, typedefs, shadowing those outside, used by locals that live across awaits.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct shape { int outer; };
typedef int number;
enum { LIMIT = 1 };
async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    struct shape a = { await give(1) };
    struct shape { double inner[2]; struct shape *self; } b = { { 1.5, await give(2) }, 0 };
    typedef double number;
    number n = await give(3);
    enum { LIMIT = 20, MORE } e = MORE;
    enum kind { KIND_A = 5, KIND_B } k = KIND_A;
    struct { int x; struct { char deep; } in; } untagged = { 4, { 'd' } }, *p = &untagged;
    union { int i; char c[4]; } u = { .i = await give(0x41) };
    typedef struct { enum kind kind; number value; } item;
    item items[2] = { { KIND_A, 1 }, { KIND_B, await give(7) } };
    b.self = &b;
    await async_yield();
    k++;
    printf("%d %.1f %.1f %.1f %d %d %d\n", a.outer, b.inner[0], b.self->inner[1], n / 2, LIMIT, e, k);
    printf("%d %c %c %d %.1f\n", p->x, untagged.in.deep, u.c[0], items[1].kind, items[1].value);
    {
        struct shape { char c; } a = { (char)await give('c') };
        typedef char number;
        number n = 'n';
        await async_yield();
        printf("%c %c %zu %zu\n", a.c, n, sizeof a, sizeof n);
    }
    struct shape c = b;
    await async_yield();
    printf("%.1f %zu\n", c.inner[1], sizeof(number));
    for (int i = 0; i < 2; i++) {
        struct step { int at; } s = { i };
        s.at += await give(10);
        printf("%d ", s.at);
    }
    struct list { struct list *next; int v; } one = { 0, 1 }, two = { &one, 2 };
    await async_yield();
    printf("%d\n", two.next->v);
}
// CHECK: {{^}}1 1.5 2.0 1.5 20 21 6
// CHECK-NEXT: {{^}}4 d A 6 7.0
// CHECK-NEXT: {{^}}c n 1 1
// CHECK-NEXT: {{^}}2.0 8
// CHECK-NEXT: {{^}}10 11 1
