// Who waits for a future that is cancelled unwinds; who joins it is told.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/a-future-that-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void waiter(const char *name, future(int) f)
{
    defer printf("%s gives up\n", name);
    printf("%s got %d\n", name, await f);
}

async void joiner(future(int) f)
{
    int value = 0;
    puts(await async_join(f, &value) == -ECANCELED ? "joiner hears of it" : "?");
}

async int main(void)
{
    async_promise(int) promise = async_promise_new(int);
    auto future = async_promise_future(promise);
    auto a = async_create_task(waiter("a", async_retain(future)));
    auto b = async_create_task(joiner(async_retain(future)));
    auto c = async_create_task(waiter("c", future));
    await async_sleep(1);
    async_promise_cancel(promise);
    puts("cancelled");
    bool is_over = async_done(a);
    await async_wait(a);
    printf("%d %d\n", is_over, async_cancelled(a));
    await b;
    printf("%d\n", await async_join(c, nullptr) == -ECANCELED);
    async_release(a);
    return 0;
}
