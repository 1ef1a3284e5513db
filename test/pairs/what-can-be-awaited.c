// A call runs when it is awaited, a task by itself, and a future when somebody fills it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/what-can-be-awaited.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int answer(const char *where)
{
    printf("asked %s\n", where);
    await async_yield();
    printf("answered %s\n", where);
    return 42;
}

static void fill(void *promise)
{
    puts("filled");
    async_resolve((async_promise(int))promise, 43);
}

async int main(void)
{
    auto call = answer("by a call");
    auto task = async_create_task(answer("by a task"));
    puts("nothing has run");
    printf("%d\n", await call);
    printf("%d\n", await task);
    async_promise(int) promise = async_promise_new(int);
    auto filled = async_promise_future(promise);
    async_call_soon(fill, promise);
    printf("%d\n", await filled);
    return 0;
}
