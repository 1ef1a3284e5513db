// A lock and a semaphore go to those who wait in the order in which they came, and nobody who comes later gets between.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

enum { TASKS = 20 };

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_semaphore one = ASYNC_SEMAPHORE_INIT(1), three = ASYNC_SEMAPHORE_INIT(3);
static int came[2 * TASKS], got[2 * TASKS], come, have, inside, most;

async void with_lock(int number)
{
    came[come++] = number;
    async_with (async_lock_acquire(&lock)) {
        got[have++] = number;
        for (int i = 0; i < number % 4; i++)
            await async_yield();
    }
}

async void with_semaphore(int number)
{
    came[come++] = number;
    async_with (async_semaphore_acquire(&one)) {
        got[have++] = number;
        await async_yield();
    }
}

async void with_three(int)
{
    async_with (async_semaphore_acquire(&three)) {
        most = ++inside > most ? inside : most;
        await async_yield();
        inside--;
    }
}

static int count_differences(void)
{
    int differences = 0;
    for (int i = 0; i < come; i++)
        differences += came[i] != got[i];
    return differences;
}

// Each of them comes back at once, while others wait.
async void again(int number, future(void) (*visit)(int))
{
    await visit(number);
    await visit(TASKS + number);
}

async void run(future(void) (*visit)(int))
{
    future(void) tasks[TASKS];
    come = have = inside = 0;
    for (int i = 0; i < TASKS; i++)
        tasks[i] = async_create_task(again(i, visit));
    await async_gather_array(tasks, TASKS, nullptr);
    printf("%d came, %d got it, %d differences\n", come, have, count_differences());
}

async int main(void)
{
    // CHECK: {{^}}40 came, 40 got it, 0 differences
    await run(with_lock);
    // CHECK-NEXT: {{^}}0
    printf("%d\n", async_lock_locked(&lock));
    // CHECK-NEXT: {{^}}40 came, 40 got it, 0 differences
    await run(with_semaphore);
    await run(with_three);
    // CHECK-NEXT: {{^}}0 came, 0 got it, 0 differences
    // CHECK-NEXT: {{^}}3 3 1
    printf("%d %zu %zu\n", most, three.value, one.value);

    // Released and asked for again in one step: whoever waited is first, also if it has not run yet.
    await async_lock_acquire(&lock);
    auto waiting = async_create_task(async_lock_acquire(&lock));
    while (!lock.line.count)
        await async_yield();
    async_lock_release(&lock);
    auto late = async_create_task(async_lock_acquire(&lock));
    await waiting;
    for (int i = 0; i < 5; i++)
        await async_yield();
    // CHECK-NEXT: {{^}}waits
    puts(async_done(late) ? "has it" : "waits");
    async_lock_release(&lock);
    await late;
    async_lock_release(&lock);

    // More places than at first.
    struct async_semaphore growing = ASYNC_SEMAPHORE_INIT(0);
    async_semaphore_release(&growing);
    async_semaphore_release(&growing);
    await async_semaphore_acquire(&growing);
    // CHECK-NEXT: {{^}}1
    printf("%zu\n", growing.value);
    return 0;
}
