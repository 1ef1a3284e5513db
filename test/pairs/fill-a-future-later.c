// One task fills the future that another one waits for.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/fill-a-future-later.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void fill_after(async_promise(int) promise, double delay, int value)
{
    await async_sleep(delay);
    printf("filling in %d\n", value);
    async_resolve(promise, value);
    puts("filled");
}

async int main(void)
{
    async_promise(int) promise = async_promise_new(int);
    auto future = async_promise_future(promise);
    async_detach(fill_after(promise, 1, 12));
    puts("waiting …");
    printf("%d\n", await future);
    return 0;
}
