// gather runs loops that sleep in turn, and gives the values in the order given.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/gather-of-products.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async long product(const char *name, int n)
{
    long p = 1;
    for (int i = 2; i <= n; i++) {
        printf("%s: %ld times %d\n", name, p, i);
        await async_sleep(1);
        p *= i;
    }
    printf("%s: %ld\n", name, p);
    return p;
}

async int main(void)
{
    auto r = await async_gather(product("x", 2), product("y", 3), product("z", 4));
    printf("%ld %ld %ld\n", r._0, r._1, r._2);
    return 0;
}
