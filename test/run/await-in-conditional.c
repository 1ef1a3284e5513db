// Of `?:` only the chosen operand awaits; the types of the operands meet as in C.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stddef.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }
async double real(double x) { await async_yield(); return x; }
async void nothing(int x) { printf("(%d)", x); await async_yield(); }
async const char *text(const char *s) { await async_yield(); return s; }
struct two { int a, b; };
async struct two two(int x) { await async_yield(); return (struct two){ x, x + 1 }; }

async int main(void)
{
    int one = 1, zero = 0;
    printf(" %d\n", await give(one) ? await give(2) : await give(3));
    printf(" %d\n", zero ? await give(2) : await give(3));
    printf(" %d\n", one ? 5 : await give(3));
    printf(" %.2f\n", zero ? await real(1.5) : await give(3));
    printf(" %.2f\n", one ? await give(4) / 8 : 0.5);
    one ? await nothing(1) : await nothing(2);
    zero ? (void)0 : await nothing(3);
    puts("");
    const char *s = one ? await text("yes") : NULL;
    const char *n = zero ? await text("yes") : NULL;
    printf("%s %d\n", s, n == NULL);
    struct two t = zero ? await two(1) : await two(5), u = one ? t : await two(9);
    printf("%d %d %d\n", t.a, t.b, u.b);
    printf("%d\n", (one ? await two(3) : t).b);
    printf(" %d\n", one ? zero ? await give(1) : one ? await give(2) : 3 : await give(4));
    int x = 10, y = 20;
    *(await give(0) ? &x : &y) = 7;
    printf(" %d %d\n", x, y);
}
// CHECK: {{^}}<1><2> 2
// CHECK-NEXT: {{^}}<3> 3
// CHECK-NEXT: {{^}} 5
// CHECK-NEXT: {{^}}<3> 3.00
// CHECK-NEXT: {{^}}<4> 0.00
// CHECK-NEXT: {{^}}(1)(3)
// CHECK-NEXT: {{^}}yes 1
// CHECK-NEXT: {{^}}5 6 6
// CHECK-NEXT: {{^}}4
// CHECK-NEXT: {{^}}<2> 2
// CHECK-NEXT: {{^}}<0> 10 7
