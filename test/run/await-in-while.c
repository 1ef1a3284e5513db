// The condition of `while` awaits before every round; `continue` goes to it, `break` does not.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

async int main(void)
{
    int n = 6;
    while (await give(--n)) {
        if (n == 4)
            continue;
        if (n == 2)
            break;
        printf(" %d ", n);
    }
    printf("| %d\n", n);
    while (await give(n--))
        ;
    printf("| %d\n", n);
    while (n < 1)
        n += await give(2);
    printf("| %d\n", n);
}
// CHECK: {{^}}<5> 5 <4><3> 3 <2>| 2
// CHECK-NEXT: {{^}}<2><1><0>| -1
// CHECK-NEXT: {{^}}<2>| 1
