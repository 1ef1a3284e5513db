// The condition of `if` awaits, in else-if chains as often as C evaluates it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

async int kind(int n)
{
    if (await give(n) == 1)
        return 100;
    else if (await give(n + 10) == 12)
        return 200;
    else if (n == 3)
        return 300;
    else if (await give(n + 20) == 24) {
        return 400;
    } else
        return 500;
}

async int main(void)
{
    for (int i = 1; i <= 5; i++)
        printf(" %d\n", await kind(i));
}
// CHECK: {{^}}<1> 100
// CHECK-NEXT: {{^}}<2><12> 200
// CHECK-NEXT: {{^}}<3><13> 300
// CHECK-NEXT: {{^}}<4><14><24> 400
// CHECK-NEXT: {{^}}<5><15><25> 500
