// break and continue find their loop or switch in every nesting of loops whose conditions and steps await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    for (int i = 0; await give(i) < 6; i += await give(1)) {
        switch (await give(i)) {
        case 1:
            continue;
        case 2:
            break;
        case 4:
            for (int k = 0; k < 9; k += await give(1)) {
                if (k == 1)
                    continue;
                if (k == 3)
                    break;
                printf("k%d ", k);
            }
            continue;
        default:
            printf("d");
        }
        printf("%d ", i);
    }
    puts("");
    int n = 0;
    while (await give(1)) {
        do {
            if (++n % 2)
                continue;
            if (n > 6)
                break;
            printf("%d ", n);
        } while (await give(n) < 5);
        if (n > 8)
            break;
        for (;;)
            if (n++ > 7)
                break;
            else
                continue;
    }
    printf("| %d\n", n);
    int r = 0;
    for (int i = 0; i < 3; await give(i++))
        for (int j = 0; j < 3; await give(j++)) {
            if (j == i)
                continue;
            switch (j) case 2: break;
            while (await give(1)) { r += i * 10 + j; break; }
        }
    printf("%d\n", r);
}
// CHECK: {{^}}d0 2 d3 k0 k2 d5
// CHECK-NEXT: {{^}}2 4 | 10
// CHECK-NEXT: {{^}}66
