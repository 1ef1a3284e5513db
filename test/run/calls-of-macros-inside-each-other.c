// Calls of <async.h>'s macros inside each other, with awaits and effects among their arguments: each argument is evaluated once,
// from left to right, and output to be read shows the calls as they were written.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct large { char text[64]; };

async int say(int number)
{
    await async_yield();
    printf("%d ", number);
    return number;
}

static int step(int *count)
{
    printf("step %d ", ++*count);
    return *count;
}

static async_queue(struct large) counted(async_queue(struct large) queue, int *count)
{
    step(count);
    return queue;
}

async int main(void)
{
    async_queue(struct large) queue = async_queue_new(struct large, 2);
    struct large value = { "none" };
    // Both on one line: that is more text than either alone.
    // CHECK: {{^}}0 0 x
    auto both = await async_gather(async_queue_put(queue, { "x" }), async_queue_get(queue, &value)); auto late = await async_race(async_queue_get(queue, &value), async_sleep(1), async_queue_get(queue, nullptr));
    printf("%d %d %s\n", both._0, both._1, value.text);
    // CHECK-NEXT: {{^}}1
    printf("%d\n", late.index);

    // CHECK-NEXT: {{^}}step 1 7 0
    int steps = 0, error = await async_wait_for(async_queue_put(queue, { .text[0] = (char)('a' + step(&steps)) }), await say(7), nullptr);
    printf("%d\n", error);
    // CHECK-NEXT: {{^}}step 2 1 step 3 0 b
    error = await async_wait_for(async_queue_get(queue, &(&value)[step(&steps) - 2]), await say(1) + step(&steps), nullptr);
    printf("%d %s\n", error, value.text);

    // CHECK-NEXT: {{^}}3 5 {{.*}} 2
    // CHECK-NEXT: {{^}}2 {{.*}} 0 1 4
    // A race of gathers, and a gather of races.
    auto race = await async_race(async_gather(async_sleep(9), say(await say(3))), async_gather(async_sleep(8), say(await say(5) * 2)), say(6));
    printf("%d\n", race.index);
    auto gather = await async_gather(async_race(say(1), async_sleep(steps++)), async_race(async_sleep(9), async_gather(say(await say(2)), say(steps))));
    printf("%d %d %d\n", gather._0.index, gather._1.index, gather._1._1._1);

    // CHECK-NEXT: {{^}}1 step 5 {{.*=.*=.*=}}
    // CHECK-NEXT: {{^}}120 0 0 x 0
    // What is in a generator's head, in a shield, in a task.
    async_for (int n, async_as_completed(async_ensure_future(say(await say(1))), async_create_task(async_wait_for(say(9), 1, nullptr)),
                                                  async_shield(say(step(&steps)))))
        printf("= %d ", n);
    printf("\n");
    future(int) task = async_create_task(async_queue_put(queue, { { (char)await say('x'), 0 } }));
    error = await async_join(async_start(async_queue_get(queue, &value)), &steps);
    printf("%d %d %s %d\n", error, steps, value.text, await task);
    // CHECK-NEXT: {{^}}step 1 121 step 2 step 3 y
    await async_queue_put(counted(queue, &steps), { { (char)await say('y'), 0 } });
    await async_queue_get(counted(queue, &steps), &(&value)[step(&steps) - 3]);
    printf("%s\n", value.text);

    // CHECK-NEXT: {{^}}1 3 2
    // A type that an expression defines beside all that.
    int size = (int)sizeof(struct pair { char a, b; }) + await say(1);
    printf("%d %d\n", size, (int)sizeof(struct pair));
    async_queue_free(queue);
    return 0;
}
