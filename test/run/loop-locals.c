// Locals of loops are fresh in every round where they are initialised, and keep their values where not.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int *where[3], outer = 0;
    for (int i = 0, n = await give(3); i < n; i++) {
        int fresh = 0, other = i;
        fresh += await give(1);
        where[i] = &other;
        outer += fresh;
        await async_yield();
        printf("%d%d%d ", fresh, other, *where[i] == i);
    }
    printf("%d\n", outer);
    for (struct { int i; char c; } s = { 0, 'a' }; s.i < await give(3); s.i++, s.c++)
        printf("%c", s.c);
    puts("");
    for (char *p = (char[]){ "xyz" }; *p; p += await give(1))
        putchar(*p);
    puts("");
    for (int a = await give(1), *q = &a; *q < 4; ++*q)
        printf("%d", a);
    puts("");
    for (register unsigned i = 0; i < 2; i++)
        await async_yield();
    for (int i = 0, i2 = await give(10); i < 2; i++) {
        int i = await give(5);
        printf("%d ", i + i2);
    }
    puts("");
}
// CHECK: {{^}}101 111 121 3
// CHECK-NEXT: {{^}}abc
// CHECK-NEXT: {{^}}xyz
// CHECK-NEXT: {{^}}123
// CHECK-NEXT: {{^}}15 15
