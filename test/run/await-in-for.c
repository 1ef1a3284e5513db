// All three parts of `for` await; `continue` goes to the third.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

async int main(void)
{
    for (int i = await give(1); await give(i) < 4; i += await give(1)) {
        if (i == 2)
            continue;
        printf(" %d ", i);
    }
    puts("");
    for (int i = 0; i < 3; await give(i++))
        printf("%d", i);
    puts("");
    int j;
    for (j = await give(5);; j--)
        if (await give(j) == 3)
            break;
    puts("");
    for (; await give(j);)
        j--;
    puts("");
    for (;; await give(9)) {
        if (j++ == 1)
            break;
        continue;
    }
    puts("");
}
// CHECK: {{^}}<1><1> 1 <1><2><1><3> 3 <1><4>
// CHECK-NEXT: {{^}}0<0>1<1>2<2>
// CHECK-NEXT: {{^}}<5><5><4><3>
// CHECK-NEXT: {{^}}<3><2><1><0>
// CHECK-NEXT: {{^}}<9>
