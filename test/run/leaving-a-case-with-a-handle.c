// A block of a switch that ends in jumps and owns a handle does not look as if it fell through.
// RUN: %build -Wimplicit-fallthrough %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_sleep(1); return x; }

async int choose(int x)
{
    for (int i = 0; i < 2; i++)
        switch (x) {
        case 1: { auto h = give(1); await give(0); await h; break; }
        case 2: { auto h = async_create_task(give(2)); defer printf("<2>"); await give(0); return await h; }
        case 3: { auto h = async_create_task(give(3)); await give(0); await h; continue; }
        case 4: { auto h = give(4); await give(0); if (await h > i + 3) break; else return -1; }
        case 5: { auto h = give(5); defer printf("<5>"); await give(0); if (await h > i + 4) goto out; else { return -1; } }
        case 6: { auto h = give(6); await give(0); { auto g = give(7); await h; await g; break; } }
        case 7: printf("7");
        }
    return x * 10;
out:
    return x * 100;
}

async int main(void)
{
    // CHECK: {{^}}10 <2>2 30 -1 <5>500 60 7770 {{$}}
    for (int i = 1; i < 8; i++)
        printf("%d ", await choose(i));
    printf("\n");
    auto t = async_create_task(choose(6));
    await async_sleep(1);
    async_cancel(t);
    // CHECK-NEXT: {{^}}1
    printf("%d\n", await async_join(t, nullptr) < 0);
}
