// Comma expressions await from left to right and give the last.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }
async void nothing(void) { printf("()"); await async_yield(); }

async int main(void)
{
    int x = ((void)await give(1), await give(2));
    printf(" %d\n", x);
    x = (await nothing(), x + 1);
    printf(" %d\n", x);
    int i, j;
    for (i = 0, j = await give(5); i < j; i++, j -= await give(2))
        printf(" %d,%d ", i, j);
    puts("");
    (void)await give(7), await nothing(), await nothing();
    puts("");
    printf("%d\n", (x++, x++, x));
    if (x = await give(3), x > 2)
        printf(" yes\n");
}
// CHECK: {{^}}<1><2> 2
// CHECK-NEXT: {{^}}() 3
// CHECK-NEXT: {{^}}<5> 0,5 <2> 1,3 <2>
// CHECK-NEXT: {{^}}<7>()()
// CHECK-NEXT: {{^}}5
// CHECK-NEXT: {{^}}<3> yes
