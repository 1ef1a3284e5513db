// What was made of a put or a get and never ran has taken nothing; what is made a task runs, also when it is cancelled before.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct large { char text[64]; };

async int main(void)
{
    async_queue(struct large) queue = async_queue_new(struct large, 2);
    struct large value = { "first" };
    // The value is copied when the object is made.
    future(int) put = async_queue_put(queue, value);
    value.text[0] = 'x';
    // CHECK: {{^}}0
    printf("%zu\n", async_queue_size(queue));
    await put;
    async_release(async_queue_put(queue, value));
    async_release(async_queue_get(queue, &value));
    async_release(async_queue_join(queue));
    // CHECK-NEXT: {{^}}1
    printf("%zu\n", async_queue_size(queue));
    future(int) get = async_queue_get(queue, &value);
    int error = await get;
    // CHECK-NEXT: {{^}}0 first
    printf("%d %s\n", error, value.text);

    // Cancelled before it ran: there is a place, so it need not wait, and the value is in.
    put = async_create_task(async_queue_put(queue, { "second" }));
    async_cancel(put);
    error = await async_join(put, nullptr);
    // CHECK-NEXT: {{^}}0 1
    printf("%d %zu\n", error, async_queue_size(queue));
    await async_queue_put(queue, { "third" });
    // No place: it takes nothing.
    put = async_create_task(async_queue_put(queue, { "fourth" }));
    async_cancel(put);
    error = await async_join(put, nullptr);
    // CHECK-NEXT: {{^}}-125 2
    printf("%d %zu\n", error, async_queue_size(queue));
    // Cancelled while it waits.
    put = async_create_task(async_queue_put(queue, { "fifth" }));
    await async_sleep(1);
    async_cancel(put);
    error = await async_join(put, nullptr);
    async_queue_try_get(queue, &value);
    // CHECK-NEXT: {{^}}-125 1 second
    printf("%d %zu %s\n", error, async_queue_size(queue), value.text);

    get = async_create_task(async_queue_get(queue, &value));
    async_cancel(get);
    error = await async_join(get, nullptr);
    // CHECK-NEXT: {{^}}0 0 third
    printf("%d %zu %s\n", error, async_queue_size(queue), value.text);
    get = async_create_task(async_queue_get(queue, &value));
    await async_sleep(1);
    async_cancel(get);
    error = await async_join(get, nullptr);
    await async_queue_put(queue, { "sixth" });
    // CHECK-NEXT: {{^}}-125 1 third
    printf("%d %zu %s\n", error, async_queue_size(queue), value.text);
    future(int) join = async_create_task(async_queue_join(queue));
    await async_sleep(1);
    async_cancel(join);
    // CHECK-NEXT: {{^}}-125
    printf("%d\n", await async_join(join, nullptr));

    // A deadline.
    async_queue_try_get(queue, nullptr);
    int timed = await async_wait_for(async_queue_get(queue, &value), 1, nullptr);
    // CHECK-NEXT: {{^}}-110
    printf("%d\n", timed);
    async_queue_free(queue);
    return 0;
}
