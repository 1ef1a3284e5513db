// A request to the outermost of three tasks, each the only one to await the next, cancels the innermost first.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-through-a-chain.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void innermost(void)
{
    defer puts("innermost left");
    await async_sleep(10);
}

async void middle(void)
{
    defer puts("middle left");
    await async_create_task(innermost());
    puts("never here");
}

async void outermost(void)
{
    defer puts("outermost left");
    await async_create_task(middle());
    puts("never here");
}

async int main(void)
{
    auto t = async_create_task(outermost());
    await async_sleep(1);
    puts("cancel");
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    return 0;
}
