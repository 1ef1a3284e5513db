// A statement expression that jumps, but has no await, leaves the temporaries of other statements where they are.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }
int plain(int x) { return x; }

async int sum(int limit)
{
    int total = await give(1) + await give(2);
    if (await give(limit) > 3)
        total += await give(10) * await give(2);
outer:
    for (int i = 0; i < limit; i = await give(i + 1))
        total += await give(i) - ({ int r = 0; for (int k = await give(0); k < 3; k++) r += await give(k); r; }) - await give(1);
    do {
        total += ({ if (plain(total) > 3) break; 5; });
        goto outer;
    } while (1);
    return total + (await give(1) ? await give(5) : await give(6)) * await give(2);
}

async int main(void)
{
    // CHECK: {{^}}14 23{{$}}
    printf("%d ", await sum(1));
    printf("%d\n", await sum(5));
}
