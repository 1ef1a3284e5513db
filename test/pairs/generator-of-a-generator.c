// Generators in a row: each value passes all of them before the next is made, and the outermost closes the others.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/generator-of-a-generator.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async generator(int) source(int n)
{
    defer puts("source closed");
    for (int i = 1; i <= n; i++) {
        printf("source %d\n", i);
        await async_sleep(1);
        yield i;
    }
}

async generator(int) squares(generator(int) from)
{
    defer puts("squares closed");
    async_for (int i, from) {
        printf("square %d\n", i);
        yield i * i;
    }
}

async generator(int) odd(generator(int) from)
{
    defer puts("odd closed");
    async_for (int i, from)
        if (i % 2)
            yield i;
}

async int main(void)
{
    async_for (int i, odd(squares(source(9)))) {
        printf("main %d\n", i);
        if (i > 20)
            break;
    }
    async_for (int i, odd(squares(source(2))))
        printf("main %d\n", i);
    puts("over");
    return 0;
}
