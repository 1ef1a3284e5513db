// Groups of one block may have the same name, that of a parameter or of a group around them too.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int child(int result)
{
    await async_yield();
    return result;
}

async int work(int g)
{
    int sum = g;
    async_group (both)
        async_spawn(both, child(-g));
    else
        sum += 10;
    async_group (both)
        async_spawn_to(both, child(500), &sum);
    async_group (g) {
        async_group (g)
            async_spawn(g, child(-3));
        else
            printf("%d\n", async_group_error(g));
        async_spawn(g, child(-5));
    } else {
        sum += 1000;
    }
    return sum + g;
}

async int main(void)
{
    // CHECK: -3
    // CHECK-NEXT: 1504
    printf("%d\n", await work(4));
    return 0;
}
