// Statement expressions await, with their own scopes, loops and jumps.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int find(int n)
{
    int x = ({ int t = await give(n); if (t == 3) return -1; t * 2; });
    return x;
}

async int main(void)
{
    int a = ({ int t = await give(4); t * t; });
    printf("%d\n", a);
    int b = 1 + ({ int s = 0; for (int i = 0; i < 4; i++) s += await give(i); s; }) * await give(2);
    printf("%d\n", b);
    printf("%d %d\n", await find(2), await find(3));
    printf("%d\n", ({ int a = 5; a + ({ int a = await give(6); a; }) + a; }));
    int n = 0;
    while (1) {
        n += ({ if (n > 5) break; await give(2); });
        n += ({ int k = n; if (k == 2) continue; k; });
    }
    printf("%d\n", n);
    if (({ await async_yield(); await give(1); }))
        printf("yes\n");
    ({ await async_yield(); });
    int sum = await give(100) + ({ int q = await give(10); q; }) + ({ 1; });
    printf("%d\n", sum);
}
// CHECK: {{^}}16
// CHECK-NEXT: {{^}}13
// CHECK-NEXT: {{^}}4 -1
// CHECK-NEXT: {{^}}16
// CHECK-NEXT: {{^}}8
// CHECK-NEXT: {{^}}yes
// CHECK-NEXT: {{^}}111
