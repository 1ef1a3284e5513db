// Compound literals with awaits in them; those whose address is kept live to the end of their block.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct pair { int x, y; };
async int give(int x) { await async_yield(); return x; }
static int sum(const struct pair *p) { return p->x + p->y; }
static int total(const int *a, int n) { int s = 0; while (n--) s += a[n]; return s; }

async int main(void)
{
    struct pair p = (struct pair){ await give(1), await give(2) };
    printf("%d %d\n", p.x, p.y);
    printf("%d\n", sum(&(struct pair){ await give(3), 4 }));
    printf("%d\n", total((int[]){ await give(5), 6, await give(7) }, 3));
    printf("%d\n", (int[]){ 10, await give(11), 12 }[await give(1)]);
    struct pair *q = &(struct pair){ .y = await give(8) };
    int *a = (int[4]){ await give(1) };
    int *s = &(int){ 5 };
    await async_yield();
    q->x = await give(9);
    a[3] = await give(4);
    *s += await give(1);
    printf("%d %d %d %d %d %d\n", q->x, q->y, a[0], a[1], a[3], *s);
    for (int i = 0; i < 3; i++) {
        struct pair *r = &(struct pair){ i, i };
        r->x += await give(10);
        printf("%d,%d ", r->x, r->y);
    }
    puts("");
    printf("%d\n", (struct pair){ await give(21), 22 }.x + (int){ await give(1) });
}
// CHECK: {{^}}1 2
// CHECK-NEXT: {{^}}7
// CHECK-NEXT: {{^}}18
// CHECK-NEXT: {{^}}11
// CHECK-NEXT: {{^}}9 8 1 0 4 6
// CHECK-NEXT: {{^}}10,0 11,1 12,2
// CHECK-NEXT: {{^}}22
