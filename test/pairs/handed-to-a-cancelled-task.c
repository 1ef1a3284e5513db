// What is given to a task that is asked to stop before it resumes goes to the next one.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/handed-to-a-cancelled-task.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_semaphore semaphore = ASYNC_SEMAPHORE_INIT(1);

async void locks(int n)
{
    async_with (async_lock_acquire(&lock)) {
        printf("%d has the lock\n", n);
        await async_sleep(1);
    }
}

async void comes_in(int n)
{
    async_with (async_semaphore_acquire(&semaphore)) {
        printf("%d has come in\n", n);
        await async_sleep(1);
    }
}

async void gets(int n, async_queue(int) q)
{
    int value;
    await async_queue_get(q, &value);
    printf("%d gets %d\n", n, value);
}

async void puts_in(int n, async_queue(int) q)
{
    await async_queue_put(q, n);
    printf("%d is put\n", n);
}

async void end(future(void) first, future(void) second)
{
    async_cancel(first);
    await async_join(first, nullptr);
    await second;
}

async int main(void)
{
    await async_lock_acquire(&lock);
    auto a = async_create_task(locks(1));
    auto b = async_create_task(locks(2));
    await async_sleep(1);
    async_lock_release(&lock);
    await end(a, b);

    await async_semaphore_acquire(&semaphore);
    a = async_create_task(comes_in(3));
    b = async_create_task(comes_in(4));
    await async_sleep(1);
    async_semaphore_release(&semaphore);
    await end(a, b);

    async_queue(int) q = async_queue_new(int, 1);
    a = async_create_task(gets(5, q));
    b = async_create_task(gets(6, q));
    await async_sleep(1);
    await async_queue_put(q, 50);
    await end(a, b);

    await async_queue_put(q, 60);
    a = async_create_task(puts_in(7, q));
    b = async_create_task(puts_in(8, q));
    await async_sleep(1);
    int value;
    await async_queue_get(q, &value);
    await end(a, b);
    await async_queue_get(q, &value);
    printf("then %d\n", value);
    async_queue_free(q);
    return 0;
}
