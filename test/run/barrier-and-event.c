// A barrier lets its parties go on together, with a number each, and is then as new; an event lets all go on that wait.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

enum { PARTIES = 4, ROUNDS = 3 };

static struct async_barrier barrier = ASYNC_BARRIER_INIT(PARTIES);
static struct async_event event = ASYNC_EVENT_INIT;
static int arrived[ROUNDS], numbers[ROUNDS], passed;

async void meet(void)
{
    for (int round = 0; round < ROUNDS; round++) {
        int place = arrived[round]++;
        int number = await async_barrier_wait(&barrier);
        numbers[round] |= 1 << number;
        // Nobody is here before all have come; who came first has the number 0.
        if (arrived[round] != PARTIES || number != place)
            puts("never here");
    }
}

async void pass(void)
{
    await async_event_wait(&event);
    passed++;
}

async int main(void)
{
    future(void) tasks[PARTIES];
    for (int i = 0; i < PARTIES; i++)
        tasks[i] = async_create_task(meet());
    await async_gather_array(tasks, PARTIES, nullptr);
    // CHECK: {{^}}15 15 15 0
    printf("%d %d %d %zu\n", numbers[0], numbers[1], numbers[2], barrier.line.count);

    // One that is cancelled does not count.
    auto gone = async_create_task(async_barrier_wait(&barrier));
    await async_sleep(1);
    async_cancel(gone);
    await async_join(gone, nullptr);
    future(int) waiting[PARTIES - 1];
    for (int i = 0; i < PARTIES - 1; i++)
        waiting[i] = async_create_task(async_barrier_wait(&barrier));
    await async_sleep(1);
    // CHECK-NEXT: {{^}}3 3
    printf("%zu ", barrier.line.count);
    printf("%d\n", await async_barrier_wait(&barrier));
    int sum = 0;
    for (int i = 0; i < PARTIES - 1; i++)
        sum += await waiting[i];
    struct async_barrier alone = ASYNC_BARRIER_INIT(1);
    // CHECK-NEXT: {{^}}3 0 0
    printf("%d %d %d\n", sum, await async_barrier_wait(&alone), await async_barrier_wait(&alone));

    future(void) first = async_create_task(pass()), second = async_create_task(pass()), third = async_create_task(pass());
    await async_sleep(1);
    async_cancel(second);
    await async_join(second, nullptr);
    // CHECK-NEXT: {{^}}0 0 2
    printf("%d %d %zu\n", passed, async_event_is_set(&event), event.line.count);
    // Set and cleared in one step: who waited goes on all the same.
    async_event_set(&event);
    async_event_set(&event);
    async_event_clear(&event);
    await async_gather(first, third);
    // CHECK-NEXT: {{^}}2 0
    printf("%d %d\n", passed, async_event_is_set(&event));
    async_event_set(&event);
    await pass();
    // CHECK-NEXT: {{^}}3 1
    printf("%d %d\n", passed, async_event_is_set(&event));
    return 0;
}
