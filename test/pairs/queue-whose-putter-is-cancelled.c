// What was to be put by one that was cancelled never comes into the queue; the next one in line takes the place.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/queue-whose-putter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void add(async_queue(int) queue, int value)
{
    defer printf("end of %d\n", value);
    await async_queue_put(queue, value);
    printf("%d is in\n", value);
}

async int main(void)
{
    async_queue(int) queue = async_queue_new(int, 1);
    auto first = async_create_task(add(queue, 1));
    auto second = async_create_task(add(queue, 2));
    auto third = async_create_task(add(queue, 3));
    await async_sleep(1);
    async_cancel(second);
    if (await async_join(second, nullptr) == -ECANCELED)
        puts("cancelled");
    for (int i = 0; i < 2; i++) {
        int value = 0;
        await async_queue_get(queue, &value);
        printf("got %d\n", value);
        await async_sleep(1);
    }
    printf("%zu left\n", async_queue_size(queue));
    await first;
    await third;
    async_queue_free(queue);
    return 0;
}
