// The one who waited for a future was cancelled; who fills it later can tell.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/nobody-waits-any-more.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void waiter(future(int) answer)
{
    defer puts("waiter left");
    printf("%d\n", await answer);
}

static void answer_late(void *promise)
{
    if (async_resolve((async_promise(int))promise, 42) == -ECANCELED)
        puts("nobody waits any more");
    else
        puts("answered");
}

async int main(void)
{
    for (int patient = 0; patient < 2; patient++) {
        async_promise(int) promise = async_promise_new(int);
        auto t = async_create_task(waiter(async_promise_future(promise)));
        async_call_later(2, answer_late, promise);
        await async_sleep(1);
        if (!patient)
            async_cancel(t);
        await async_join(t, nullptr);
        await async_sleep(2);
    }
    return 0;
}
