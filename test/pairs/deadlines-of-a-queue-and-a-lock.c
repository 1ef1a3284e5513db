// A wait for a queue or for a lock that comes too late has taken nothing.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/deadlines-of-a-queue-and-a-lock.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void hold(struct async_lock *lock)
{
    async_with (async_lock_acquire(lock))
        await async_sleep(3);
    puts("given back");
}

async int main(void)
{
    async_queue(int) queue = async_queue_new(int, 1);
    int value = 0;
    if (await async_wait_for(async_queue_get(queue, &value), 1, nullptr) == -ETIMEDOUT)
        puts("nothing came");
    await async_queue_put(queue, 7);
    if (await async_wait_for(async_queue_put(queue, 8), 1, nullptr) == -ETIMEDOUT)
        puts("no place");
    printf("%zu in it\n", async_queue_size(queue));
    if (await async_wait_for(async_queue_get(queue, &value), 1, nullptr) == 0)
        printf("got %d\n", value);

    struct async_lock lock = ASYNC_LOCK_INIT;
    auto holder = async_create_task(hold(&lock));
    await async_sleep(1);
    if (await async_wait_for(async_lock_acquire(&lock), 1, nullptr) == -ETIMEDOUT)
        puts("no lock");
    if (await async_wait_for(async_lock_acquire(&lock), 3, nullptr) == 0)
        puts("locked");
    async_lock_release(&lock);
    puts(async_lock_locked(&lock) ? "locked" : "open");
    await holder;
    async_queue_free(queue);
    return 0;
}
