// && and || await their right operand only if it is needed, and give 0 or 1.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }
async double real(double x) { printf("<%.1f>", x); await async_yield(); return x; }
async const char *text(const char *s) { await async_yield(); return s; }

async int main(void)
{
    printf(" %d\n", await give(2) && await give(3));
    printf(" %d\n", await give(0) && await give(3));
    printf(" %d\n", await give(2) || await give(3));
    printf(" %d\n", await give(0) || await give(3));
    printf(" %d\n", await give(0) || await real(0.5));
    printf(" %d\n", await text("x") && await give(4));
    printf(" %d\n", (await give(1) && await give(0)) || (await give(0) || await give(5)));
    printf(" %d\n", await give(1) && (await give(0) || await give(6)) && await give(7));
    if (await give(1) && await give(2))
        printf(" yes\n");
    if (await give(0) && await give(2))
        printf(" no\n");
    else
        printf(" else\n");
    for (int i = 0; i < 3 && await give(i) < 1; i++)
        printf(" %d", i);
    puts("");
    int i = 0;
    while (i < 2 || await give(i) < 3)
        i++;
    printf(" %d\n", i);
    int ok = 1, no = !(ok && await give(9));
    ok && await give(8);
    printf(" %d\n", no);
}
// The unused value of && is no mistake here.
// CHECK: {{^}}<2><3> 1
// CHECK-NEXT: {{^}}<0> 0
// CHECK-NEXT: {{^}}<2> 1
// CHECK-NEXT: {{^}}<0><3> 1
// CHECK-NEXT: {{^}}<0><0.5> 1
// CHECK-NEXT: {{^}}<4> 1
// CHECK-NEXT: {{^}}<1><0><0><5> 1
// CHECK-NEXT: {{^}}<1><0><6><7> 1
// CHECK-NEXT: {{^}}<1><2> yes
// CHECK-NEXT: {{^}}<0> else
// CHECK-NEXT: {{^}}<0> 0<1>
// CHECK-NEXT: {{^}}<2><3> 3
// CHECK-NEXT: {{^}}<9><8> 0
