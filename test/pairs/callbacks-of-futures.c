// Callbacks come also at the end of a future that is filled, and of a task that is cancelled, one turn later.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/callbacks-of-futures.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

static void call(void *text)
{
    puts(text);
}

async void sleeper(void)
{
    defer puts("sleeper left");
    await async_sleep(10);
}

async int main(void)
{
    async_promise(int) promise = async_promise_new(int);
    auto future = async_promise_future(promise);
    async_add_done_callback(future, call, "first callback");
    async_add_done_callback(future, call, "second callback");
    async_call_soon(call, "a call of before");
    async_resolve(promise, 1);
    async_call_soon(call, "a call of after");
    puts("filled");
    printf("value %d\n", await future);
    await async_yield();
    auto t = async_create_task(sleeper());
    async_add_done_callback(t, call, "callback of the sleeper");
    await async_sleep(1);
    async_cancel(t);
    async_add_done_callback(t, call, "another one");
    puts("asked");
    await async_join(t, nullptr);
    puts("joined");
    await async_yield();
    return 0;
}
