// Values leave a queue in the order in which they came in, each goes to one getter, and no more are inside than the bound allows.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

enum { PRODUCERS = 3, CONSUMERS = 4, VALUES = 40, BOUND = 2 };

struct value { int producer, number; };

static int seen[PRODUCERS][VALUES], most, wrong;

async void produce(async_queue(struct value) queue, int producer)
{
    for (int i = 0; i < VALUES; i++) {
        wrong += await async_queue_put(queue, { producer, i }) != 0;
        most = (int)async_queue_size(queue) > most ? (int)async_queue_size(queue) : most;
        if (i % 7 == producer)
            await async_yield();
    }
}

async void consume(async_queue(struct value) queue)
{
    struct value value;
    while (await async_queue_get(queue, &value) == 0) {
        seen[value.producer][value.number]++;
        if (value.number % 5 == 0)
            await async_yield();
        wrong += async_queue_task_done(queue) != 0;
    }
}

async int count(void)
{
    async_queue(int) queue = async_queue_new(int, 0);
    int value = 0, in_order = 0;
    for (int i = 0; i < 1000; i++)
        await async_queue_put(queue, i);
    for (int i = 0; async_queue_try_get(queue, &value) == 0; i++)
        in_order += value == i;
    async_queue_free(queue);
    return in_order;
}

async int main(void)
{
    async_queue(struct value) queue = async_queue_new(struct value, BOUND);
    future(void) producers[PRODUCERS], consumers[CONSUMERS];
    for (int i = 0; i < CONSUMERS; i++)
        consumers[i] = async_create_task(consume(queue));
    for (int i = 0; i < PRODUCERS; i++)
        producers[i] = async_create_task(produce(queue, i));
    await async_gather_array(producers, PRODUCERS, nullptr);
    // CHECK: {{^}}0 0
    printf("%d %zu\n", await async_queue_join(queue), async_queue_size(queue));
    async_queue_close(queue);
    await async_gather_array(consumers, CONSUMERS, nullptr);
    int once = 0;
    for (int i = 0; i < PRODUCERS * VALUES; i++)
        once += seen[i / VALUES][i % VALUES] == 1;
    // CHECK-NEXT: {{^}}120 once, 0 wrong, within the bound
    printf("%d once, %d wrong, %s\n", once, wrong, most <= BOUND ? "within the bound" : "too many");
    async_queue_free(queue);
    // CHECK-NEXT: {{^}}1000 in order
    printf("%d in order\n", await count());

    async_queue(int) one = async_queue_new(int, 1);
    int value = 0;
    // CHECK-NEXT: {{^}}-11 0 -11 1
    printf("%d ", async_queue_try_get(one, &value));
    printf("%d ", async_queue_try_put(one, 5));
    printf("%d ", async_queue_try_put(one, 6));
    printf("%zu\n", async_queue_size(one));
    // CHECK-NEXT: {{^}}0 5 0
    printf("%d ", async_queue_try_get(one, &value));
    printf("%d %zu\n", value, async_queue_size(one));
    // CHECK-NEXT: {{^}}0 -22
    printf("%d ", async_queue_task_done(one));
    printf("%d\n", async_queue_task_done(one));

    // Nobody who comes later takes the value of one that waited, or its place.
    auto getter = async_create_task(async_queue_get(one, &value));
    await async_sleep(1);
    async_queue_try_put(one, 7);
    int late = 0, early = async_queue_try_get(one, &late);
    int got = await getter;
    // CHECK-NEXT: {{^}}-11 0, 0 7
    printf("%d %d, %d %d\n", early, late, got, value);
    await async_queue_put(one, 8);
    auto putter = async_create_task(async_queue_put(one, 9));
    await async_sleep(1);
    async_queue_try_get(one, &value);
    early = async_queue_try_put(one, 10);
    int put = await putter;
    async_queue_try_get(one, &value);
    // CHECK-NEXT: {{^}}-11, 0 9
    printf("%d, %d %d\n", early, put, value);
    async_queue_free(one);
    return 0;
}
