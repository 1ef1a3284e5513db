// sizeof, typeof, alignof and what _Generic does not choose do not await.
// RUN: %build -Wno-unevaluated-await %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { int a[10]; };
typedef int number;
async int give(int x) { printf("<%d>", x); await async_yield(); return x; }
async struct big big(void) { printf("<big>"); await async_yield(); return (struct big){ { 1 } }; }
async double real(void) { printf("<real>"); await async_yield(); return 1.5; }

async int main(void)
{
    printf("%zu %zu %zu\n", sizeof(await big()), sizeof await give(1), sizeof (await big()).a);
    __typeof__(await real()) d = 2.5;
    __typeof__(await big()) b = { { 5 } };
    printf("%.1f %d\n", d, b.a[0]);
    printf("%s %s\n", _Generic(await give(2), int: "int", default: "other"), _Generic(await real(), int: "int", double: "double"));
    int r = _Generic(d, double: await give(3), int: await give(4)) + _Generic(r, double: await give(5), default: await give(6));
    printf(" %d\n", r);
    printf("%d\n", _Generic(await give(8), number: r + 1, default: 2) + await give(0));
    printf("%d\n", (int)_Alignof(__typeof__(await real())));
    int n = sizeof(char[sizeof(await give(7))]);
    await async_yield();
    printf("%d\n", n);
}
// CHECK: {{^}}40 4 40
// CHECK-NEXT: {{^}}2.5 5
// CHECK-NEXT: {{^}}int double
// CHECK-NEXT: {{^}}<3><6> 9
// CHECK-NEXT: {{^}}<0>10
// CHECK-NEXT: {{^}}8
// CHECK-NEXT: {{^}}4
