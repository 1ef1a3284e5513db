// A value goes to who waits longest for one; who was cancelled takes none with it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/queue-whose-getter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void take(async_queue(int) queue, int number)
{
    int value;
    defer printf("%d ends\n", number);
    await async_queue_get(queue, &value);
    printf("%d has %d\n", number, value);
}

async int main(void)
{
    async_queue(int) queue = async_queue_new(int, 0);
    auto first = async_create_task(take(queue, 1));
    auto second = async_create_task(take(queue, 2));
    auto third = async_create_task(take(queue, 3));
    await async_sleep(1);
    async_cancel(first);
    if (await async_join(first, nullptr) == -ECANCELED)
        puts("cancelled");
    await async_queue_put(queue, 10);
    await async_sleep(1);
    printf("%d %d %zu\n", async_done(second), async_done(third), async_queue_size(queue));
    await async_queue_put(queue, 20);
    await async_queue_put(queue, 30);
    await async_sleep(1);
    printf("%d %zu\n", async_done(third), async_queue_size(queue));
    await second;
    await third;
    async_queue_free(queue);
    return 0;
}
