// A tree of gathers begins level by level.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/recursive-gather.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int tree(int depth, int number)
{
    printf("%d ", number);
    if (depth == 0)
        return number;
    await async_yield();
    auto r = await async_gather(tree(depth - 1, 2 * number), tree(depth - 1, 2 * number + 1));
    return r._0 + r._1;
}

async int main(void)
{
    int sum = await tree(4, 1);
    printf("\nsum of the leaves: %d\n", sum);
    return 0;
}
