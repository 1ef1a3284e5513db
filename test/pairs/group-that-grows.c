// Children spawn children; the group ends with the last of them.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-that-grows.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int node(struct async_group *g, int n, int depth)
{
    printf("%*s%d\n", depth * 2, "", n);
    await async_yield();
    for (int i = 1; depth < 2 && i <= 2; i++)
        async_spawn(g, node(g, n * 10 + i, depth + 1));
    await async_sleep(1);
    printf("%*s-%d\n", depth * 2, "", n);
    return 0;
}

async int main(void)
{
    async_group (g)
        async_spawn(g, node(g, 1, 0));
    puts("grown");
    return 0;
}
