// The condition of `do` awaits after every round, also after `continue`.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

async int main(void)
{
    int n = 0;
    do {
        n++;
        if (n == 2)
            continue;
        if (n == 4)
            break;
        printf("%d", n);
    } while (await give(n) < 9);
    puts("");
    do
        printf("once");
    while (await give(0));
    puts("");
    do n--; while (n && await give(n));
    puts("");
}
// CHECK: {{^}}1<1><2>3<3>
// CHECK-NEXT: {{^}}once<0>
// CHECK-NEXT: {{^}}<3><2><1>
