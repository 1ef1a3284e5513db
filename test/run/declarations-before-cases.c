// A variable that a switch declares before its first case, where no initializer would be reached.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int count(int n)
{
    switch (await give(n)) {
        int k;
    case 1:
        k = await give(4);
        for (;;) {
        case 9:
            if (--k < 0)
                break;
            await async_yield();
            printf("%d ", k);
        }
        return k;
    default:
        return n;
    }
}

async int main(void)
{
    printf("%d\n", await count(1));
    printf("%d\n", await count(2));
    return 0;
}
// CHECK: {{^}}3 2 1 0 -1
// CHECK-NEXT: {{^}}2
