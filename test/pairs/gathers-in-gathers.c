// A gather of gathers begins its leaves in the order in which the text names them, and mixes tasks, calls and futures.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/gathers-in-gathers.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int leaf(int n)
{
    printf("(%d ", n);
    await async_sleep(5 - n);
    printf("%d) ", n);
    return n;
}

static void fill(void *promise)
{
    printf("filled ");
    async_resolve((async_promise(int))promise, 9);
}

async int main(void)
{
    auto task = async_create_task(leaf(4));
    async_promise(int) promise = async_promise_new(int);
    async_call_later(2.5, fill, promise);
    auto r = await async_gather(async_gather(leaf(1), leaf(2)), task, async_gather(leaf(3), async_promise_future(promise)));
    printf("\n%d %d %d %d %d\n", r._0._0, r._0._1, r._1, r._2._0, r._2._1);
    return 0;
}
