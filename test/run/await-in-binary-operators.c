// Both operands of every binary operator await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
async unsigned unsigned_(unsigned x) { await async_yield(); return x; }
async double real(double x) { await async_yield(); return x; }

async int main(void)
{
    int a = 17, b = 5;
#define TRY(op) printf(" %d %d %d", await give(17) op await give(5), a op await give(5), await give(17) op b)
    TRY(+); TRY(-); TRY(*); TRY(/); TRY(%); puts("");
    TRY(<<); TRY(>>); TRY(&); TRY(|); TRY(^); puts("");
    TRY(<); TRY(>); TRY(<=); TRY(>=); TRY(==); TRY(!=); puts("");
    TRY(&&); TRY(||); puts("");
    printf("%.2f %.2f %d\n", await real(1.5) * await give(3), 7 / await real(2), await real(2) < await real(3));
    printf("%d %u\n", await give(-1) < 1, await unsigned_(1) - await unsigned_(2) > 0);
    const char *s = "hello", *e = s + await give(3);
    printf("%td %s %s %d\n", e - s, await give(1) + s, e - await give(2), s + await give(3) == e);
    printf("%d\n", await give(2) + await give(3) * await give(4) - (await give(1) - await give(5)) * await give(2));
}
// CHECK: 22 22 22 12 12 12 85 85 85 3 3 3 2 2 2
// CHECK-NEXT: 544 544 544 0 0 0 1 1 1 21 21 21 20 20 20
// CHECK-NEXT: 0 0 0 1 1 1 0 0 0 1 1 1 0 0 0 1 1 1
// CHECK-NEXT: 1 1 1 1 1 1
// CHECK-NEXT: {{^}}4.50 3.50 1
// CHECK-NEXT: {{^}}1 1
// CHECK-NEXT: {{^}}3 ello ello 1
// CHECK-NEXT: {{^}}22
