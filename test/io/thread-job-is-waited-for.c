// A job that has begun is waited for also when its task is asked to stop: it gives its value, and the task stops at the next wait.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t has_begun, go_on;

static int block(void *unused)
{
    (void)unused;
    sem_post(&has_begun);
    sem_wait(&go_on);
    return 7;
}

static async void caller(void)
{
    defer printf("left\n");
    int value = await async_to_thread(block, NULL);
    printf("value %d\n", value);
    await async_sleep(1.0);
    printf("not reached\n");
}

static void let_go(void *unused)
{
    (void)unused;
    printf("let go\n");
    fflush(stdout);
    sem_post(&go_on);
}

static void block_until_begun(void *unused)
{
    (void)unused;
    sem_wait(&has_begun);
}

async int main(void)
{
    sem_init(&has_begun, 0, 0);
    sem_init(&go_on, 0, 0);
    future(void) task = async_create_task(caller());
    await async_yield();
    await async_yield();
    block_until_begun(NULL);
    async_cancel(task);
    async_call_later(0.001, let_go, NULL);
    // CHECK: let go
    // CHECK-NEXT: value 7
    // CHECK-NEXT: left
    // CHECK-NEXT: cancelled 1
    printf("cancelled %d\n", (await async_wait(task)) == ASYNC_CANCELLED);
    async_release(task);
    // A deadline, too, has to wait: one so late that the job has begun by then, on a busy machine too.
    async_call_soon(block_until_begun, NULL);
    async_call_later(0.25, let_go, NULL);
    // CHECK-NEXT: let go
    async_timeout (0.2) {
        int value = await async_to_thread(block, NULL);
        // CHECK-NEXT: in time 7
        printf("in time %d\n", value);
        await async_sleep(1.0);
    } else {
        // CHECK-NEXT: late
        printf("late\n");
    }
    return 0;
}
