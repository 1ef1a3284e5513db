// next gives values until the end, and the end again and again; a close before the first value runs nothing.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/generator-by-hand.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async generator(int) three(const char *name)
{
    defer printf("%s closes\n", name);
    printf("%s begins\n", name);
    for (int i = 1; i <= 3; i++) {
        await async_yield();
        yield i;
    }
    printf("%s is exhausted\n", name);
}

async int main(void)
{
    auto g = three("a");
    for (int i = 0, value; i < 5; i++) {
        if (await async_next(g, &value))
            printf("%d\n", value);
        else
            puts("end");
    }
    await async_generator_close(g);
    puts("a is closed");
    auto h = three("b");
    await async_generator_close(h);
    puts("b is closed");
    auto k = three("c");
    int value;
    if (await async_next(k, &value))
        printf("%d\n", value);
    await async_generator_close(k);
    puts("c is closed");
    return 0;
}
