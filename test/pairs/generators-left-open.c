// Generators that are still open when main ends are closed then, after the tasks.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/generators-left-open.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static generator(int) kept;

async generator(int) numbers(void)
{
    defer {
        puts("closing");
        await async_sleep(1);
        puts("closed");
    }
    for (int i = 1; ; i++)
        yield i;
}

async void task(void)
{
    defer puts("task left");
    await async_sleep(100);
}

async int main(void)
{
    kept = numbers();
    int value;
    await async_next(kept, &value);
    printf("%d\n", value);
    async_detach(task());
    await async_sleep(1);
    puts("main ends");
    return 0;
}
