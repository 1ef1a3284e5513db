// A task that is asked to stop before a thread has begun with its job unwinds at once, and the job is never done.
// RUN: %build %s -o %t && env ASYNC_THREADS=1 %run %t | FileCheck %s
#include <async.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t go_on;

static int block(void *unused)
{
    (void)unused;
    sem_wait(&go_on);
    return 7;
}

static int never(void *unused)
{
    (void)unused;
    printf("never\n");
    return 8;
}

async int main(void)
{
    sem_init(&go_on, 0, 0);
    future(int) first = async_start(async_to_thread(block, NULL));
    future(int) second = async_start(async_to_thread(never, NULL));
    future(int) third = async_start(async_to_thread(block, NULL));
    await async_yield();
    async_cancel(second);
    // CHECK-NOT: never
    // CHECK: second: cancelled 1
    printf("second: cancelled %d\n", (await async_wait(second)) == ASYNC_CANCELLED);
    async_release(second);
    sem_post(&go_on);
    // CHECK-NEXT: first: 7
    printf("first: %d\n", await first);
    sem_post(&go_on);
    // CHECK-NEXT: third: 7
    printf("third: %d\n", await third);
    return 0;
}
