// Joining a queue waits until all that was put is said to be done, not only taken.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/until-all-is-done.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void work(async_queue(int) queue)
{
    for (int value; await async_queue_get(queue, &value) == 0;) {
        printf("took %d\n", value);
        await async_sleep(1);
        if (value == 1)
            await async_queue_put(queue, 10);
        printf("done with %d\n", value);
        async_queue_task_done(queue);
    }
}

async void watch(async_queue(int) queue, int number)
{
    await async_queue_join(queue);
    printf("%d: all done\n", number);
}

async int main(void)
{
    async_queue(int) queue = async_queue_new(int, 0);
    await async_queue_join(queue);
    puts("nothing to do");
    for (int i = 0; i < 3; i++)
        async_queue_try_put(queue, i);
    auto worker = async_create_task(work(queue));
    await async_gather(watch(queue, 1), watch(queue, 2));
    if (async_queue_task_done(queue) == -EINVAL)
        puts("done too often");
    async_queue_try_put(queue, 5);
    await watch(queue, 3);
    async_cancel(worker);
    await async_join(worker, nullptr);
    async_queue_free(queue);
    return 0;
}
