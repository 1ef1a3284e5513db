// Cancelling the reader inside the generator ends that too: its cleanup runs first, then the reader's.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/generator-whose-reader-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async generator(int) numbers(void)
{
    defer puts("generator left");
    for (int i = 0; ; i++) {
        yield i;
        await async_sleep(1);
    }
}

async void reader(generator(int) g)
{
    defer puts("reader left");
    async_for (int n, g)
        printf("%d\n", n);
    puts("never here");
}

async int main(void)
{
    auto t = async_create_task(reader(numbers()));
    await async_sleep(2.5);
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    async_timeout (1.5)
        await reader(numbers());
    else
        puts("too late");
    return 0;
}
