// When main ends, a task that still runs is cancelled, and its cleanup is waited for.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/main-ends-first.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void lighthouse(void)
{
    defer {
        puts("lamp off");
        await async_sleep(2);
        puts("door locked");
    }
    for (;;) {
        puts("flash");
        await async_sleep(5);
    }
}

async int main(void)
{
    async_detach(lighthouse());
    await async_sleep(12);
    puts("main is over");
    return 0;
}
