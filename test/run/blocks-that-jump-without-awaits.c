// What a statement expression would have assigned keeps its value when it is left by a jump.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int left_by_break(int k)
{
    int x = 7 + k;
    for (;;) {
        await give(1);
        x = ({ if (k++) break; 5; });
    }
    return x;
}

async int left_by_continue(void)
{
    int k = 0, n = 0;
    int t = ({ int s = 0; for (int i = 0; i < 5; i = await give(i + 1)) { k += i == 3 ? ({ if (k) continue; 1; }) : 2; s++; } s; });
    for (int i = 0; i < 5; i = await give(i + 1)) {
        if (({ if (i == 2) continue; 1; }))
            n++;
        k += i == 3 ? ({ if (k) continue; 1; }) : 2;
    }
    return t * 1000 + n * 100 + k;
}

async int left_by_goto(int k)
{
    int y = k;
    await give(0);
    y = ({ if (k) goto out; 5; });
    y += 10;
out:
    return y;
}

async int left_by_return(int k)
{
    await give(0);
    int y = ({ if (k > 2) return -k; k; });
    return y;
}

async int main(void)
{
    // CHECK: {{^}}5 8 4414
    printf("%d %d %d\n", await left_by_break(0), await left_by_break(1), await left_by_continue());
    // CHECK: {{^}}15 4 2 -3
    printf("%d %d %d %d\n", await left_by_goto(0), await left_by_goto(4), await left_by_return(2), await left_by_return(3));
}
