// `a ?: b` evaluates a once and awaits b only if a is zero.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }
async const char *text(const char *s) { await async_yield(); return s; }

async int main(void)
{
    printf(" %d\n", await give(3) ?: await give(4));
    printf(" %d\n", await give(0) ?: await give(4));
    int zero = 0, one = 1;
    printf(" %d\n", zero ?: await give(5));
    printf(" %d\n", one++ ?: await give(6));
    printf(" %d\n", await give(0) ?: 7);
    printf(" %s\n", await text(0) ?: await text("none"));
    printf(" %.1f\n", await give(0) ?: 2.5);
    printf(" %d %d\n", await give(0) ?: await give(0) ?: await give(9), one);
}
// CHECK: {{^}}<3> 3
// CHECK-NEXT: {{^}}<0><4> 4
// CHECK-NEXT: {{^}}<5> 5
// CHECK-NEXT: {{^}} 1
// CHECK-NEXT: {{^}}<0> 7
// CHECK-NEXT: {{^}} none
// CHECK-NEXT: {{^}}<0> 2.5
// CHECK-NEXT: {{^}}<0><0><9> 9 2
