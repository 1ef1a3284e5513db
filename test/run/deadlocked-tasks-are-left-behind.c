// Tasks that could not be run to their end when their loop closed are no tasks of the next loop, be it in the same place.
// Their blocks are lost.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual ASAN_OPTIONS=detect_leaks=0 %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static struct async_lock lock = ASYNC_LOCK_INIT;

async void stuck(void)
{
    defer { await async_lock_acquire(&lock); }
    await async_sleep(1000);
}

async void deadlock(void)
{
    await async_lock_acquire(&lock);
    for (int i = 0; i < 3; i++)
        async_detach(async_create_task(stuck()));
    await async_yield();
}

static int ended;

async void background(void)
{
    defer { ended++; }
    await async_sleep(1000);
}

// How many of its loop's tasks it should not see.
async int strangers(void)
{
    struct async_task *tasks[20];
    int count = 0;
    for (int i = 0; i < 3; i++)
        async_detach(async_create_task(background()));
    await async_yield();
    size_t all = async_all_tasks(tasks, 20);
    for (size_t i = 0; i < all && i < 20; i++)
        count += strcmp(async_task_name(tasks[i]), "stuck") == 0;
    return all == 4 ? count : -1;
}

int main(void)
{
    // Large blocks of memory come from elsewhere until one has been given back.
    // CHECK: 0 3
    int first = async_run(strangers());
    fprintf(stderr, "%d %d\n", first, ended);
    for (int i = 0; i < 3; i++) {
        // CHECK-COUNT-3: deadlocked
        if (async_try_run(deadlock(), nullptr) == -EDEADLK)
            fprintf(stderr, "deadlocked\n");
        lock = (struct async_lock)ASYNC_LOCK_INIT;
        ended = 0;
        int seen = async_run(strangers());
        if (seen || ended != 3)
            fprintf(stderr, "strange: %d %d\n", seen, ended);
    }
    // CHECK-NOT: strange
    return 0;
}
