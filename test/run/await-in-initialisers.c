// Initialisers await, several declarators in one declaration, each with the value of those before it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int a = await give(1), b = a + await give(2), c[3] = { await give(3), b, await give(4) + a }, *p = &c[await give(2)];
    const int d = await give(a + b), e = d + 1;
    char s[] = "abc", t = s[await give(1)];
    double x = await give(7), y = x / await give(2);
    printf("%d %d %d %d %d %d\n", a, b, c[0], c[1], c[2], *p);
    printf("%d %d %c %s %.1f %.2f\n", d, e, t, s, x, y);
}
// CHECK: {{^}}1 3 3 3 5 5
// CHECK-NEXT: 4 5 b abc 7.0 3.50
