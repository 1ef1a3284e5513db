// A gather of nothing is over at once; one of a single call gives its value.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/gather-of-none-and-one.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int one(void)
{
    puts("one");
    await async_yield();
    return 1;
}

async int main(void)
{
    int results[1] = { 0 };
    future(int) f[1] = { one() };
    await async_gather_array(f, 0, results);
    puts("nothing to do");
    await async_gather_array(f, 1, results);
    printf("%d\n", results[0]);
    printf("%d\n", (await async_gather(one()))._0);
    return 0;
}
