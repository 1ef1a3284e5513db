// A generator that is left early runs its cleanup, which may wait, before the loop is behind.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/generator-closed-early.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async generator(int) numbers(void)
{
    defer {
        puts("closing");
        await async_sleep(1);
        puts("closed");
    }
    for (int i = 0; ; i++) {
        printf("making %d\n", i);
        await async_sleep(0.5);
        yield i;
    }
}

async int main(void)
{
    async_for (int n, numbers()) {
        printf("got %d\n", n);
        if (n == 2)
            break;
    }
    puts("behind");
    return 0;
}
