// Nothing comes into a closed queue: puts that wait give -EPIPE; gets take what is left, and then give it too.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void with_getters(void)
{
    async_queue(int) queue = async_queue_new(int, 0);
    int values[3] = { -1, -1, -1 };
    future(int) getters[3];
    for (int i = 0; i < 3; i++)
        getters[i] = async_create_task(async_queue_get(queue, &values[i]));
    await async_sleep(1);
    // Two of them get what was put before, although they have not run yet.
    async_queue_try_put(queue, 1);
    async_queue_try_put(queue, 2);
    async_queue_close(queue);
    int sum = 0, closed = 0;
    for (int i = 0; i < 3; i++)
        closed += await getters[i] == -EPIPE;
    for (int i = 0; i < 3; i++)
        sum += values[i];
    // CHECK: {{^}}1 closed, 2
    printf("%d closed, %d\n", closed, sum);
    // CHECK-NEXT: {{^}}-32 -32 -32
    printf("%d ", await async_queue_get(queue, values));
    printf("%d ", await async_queue_put(queue, 3));
    printf("%d\n", async_queue_try_get(queue, values));
    async_queue_close(queue);
    async_queue_free(queue);
}

async void with_putters(void)
{
    async_queue(int) queue = async_queue_new(int, 2);
    future(int) putters[4];
    for (int i = 0; i < 4; i++)
        putters[i] = async_create_task(async_queue_put(queue, 1));
    await async_sleep(1);
    int value = 0, refused = 0;
    // One of those that wait has been given a place, and is too late all the same.
    async_queue_try_get(queue, &value);
    async_queue_close(queue);
    for (int i = 0; i < 4; i++)
        refused += await putters[i] == -EPIPE;
    // CHECK-NEXT: {{^}}2 refused, 1 left, -32
    printf("%d refused, %zu left, %d\n", refused, async_queue_size(queue), async_queue_try_put(queue, 5));
    // CHECK-NEXT: {{^}}0 1, -32
    int last = await async_queue_get(queue, &value);
    printf("%d %d, %d\n", last, value, await async_queue_get(queue, &value));
    async_queue_free(queue);
}

async void work(async_queue(int) queue)
{
    for (int value; await async_queue_get(queue, &value) == 0;) {
        await async_sleep(1);
        async_queue_task_done(queue);
    }
}

// Who waits until all is done waits on.
async void with_joiners(void)
{
    async_queue(int) queue = async_queue_new(int, 0);
    for (int i = 0; i < 3; i++)
        async_queue_try_put(queue, i);
    auto joiner = async_create_task(async_queue_join(queue));
    await async_sleep(1);
    async_queue_close(queue);
    await async_sleep(1);
    int waits = !async_done(joiner);
    await work(queue);
    // CHECK-NEXT: {{^}}1 0
    printf("%d %d\n", waits, await joiner);
    async_queue_free(queue);
}

async int main(void)
{
    await with_getters();
    await with_putters();
    await with_joiners();
    return 0;
}
