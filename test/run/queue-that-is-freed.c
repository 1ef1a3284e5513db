// async_queue_free may be called while tasks wait: they give -EPIPE. Who has been given a value already, and has not run, has it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void while_they_wait(void)
{
    async_queue(int) queue = async_queue_new(int, 1);
    int value = -1;
    auto getter = async_create_task(async_queue_get(queue, &value));
    await async_sleep(1);
    async_queue_free(queue);
    // CHECK: {{^}}-32 -1
    int error = await getter;
    printf("%d %d\n", error, value);

    queue = async_queue_new(int, 1);
    async_queue_try_put(queue, 1);
    auto putter = async_create_task(async_queue_put(queue, 2));
    auto joiner = async_create_task(async_queue_join(queue));
    await async_sleep(1);
    async_queue_free(queue);
    // CHECK-NEXT: {{^}}-32 -32
    error = await putter;
    printf("%d %d\n", error, await joiner);
}

async void when_called_up(void)
{
    async_queue(int) queue = async_queue_new(int, 0);
    int values[2] = { -1, -1 };
    future(int) getters[2];
    for (int i = 0; i < 2; i++)
        getters[i] = async_create_task(async_queue_get(queue, &values[i]));
    await async_sleep(1);
    for (int i = 1; i <= 3; i++)
        async_queue_try_put(queue, i);
    async_queue_free(queue);
    int errors = await getters[0] | await getters[1];
    // CHECK-NEXT: {{^}}0 3
    printf("%d %d\n", errors, values[0] + values[1]);

    queue = async_queue_new(int, 1);
    async_queue_try_put(queue, 1);
    future(int) putters[2];
    for (int i = 0; i < 2; i++)
        putters[i] = async_create_task(async_queue_put(queue, 2));
    await async_sleep(1);
    async_queue_try_get(queue, nullptr);
    async_queue_free(queue);
    // CHECK-NEXT: {{^}}-32 -32
    errors = await putters[0];
    printf("%d %d\n", errors, await putters[1]);
}

// The end of the loop, with tasks in the line and a queue that goes first.
async void at_the_end(async_queue(int) queue)
{
    async_detach(async_queue_get(queue, nullptr));
    async_detach(async_queue_get(queue, nullptr));
    await async_sleep(1);
    async_queue_try_put(queue, 1);
    async_queue_free(queue);
}

async int main(void)
{
    await while_they_wait();
    await when_called_up();
    async_queue_free(async_queue_new(double, 3));
    await at_the_end(async_queue_new(int, 0));
    // CHECK-NEXT: {{^}}end
    puts("end");
    return 0;
}
