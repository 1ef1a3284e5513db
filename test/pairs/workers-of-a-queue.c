// Three workers take their work from one queue; who gave it to them waits until all is done.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/workers-of-a-queue.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static const double jobs[] = { 0.5, 0.125, 1, 0.25, 0.875, 0.375, 0.75, 0.0625, 0.5, 1 };
enum { JOBS = sizeof jobs / sizeof jobs[0] };

async void worker(int number, async_queue(double) queue)
{
    double seconds;
    while (await async_queue_get(queue, &seconds) == 0) {
        await async_sleep(seconds);
        printf("worker %d slept for %.4f\n", number, seconds);
        async_queue_task_done(queue);
    }
}

async int main(void)
{
    async_queue(double) queue = async_queue_new(double, 0);
    double total = 0;
    for (int i = 0; i < JOBS; i++) {
        total += jobs[i];
        async_queue_try_put(queue, jobs[i]);
    }
    future(void) workers[3];
    for (int i = 0; i < 3; i++)
        workers[i] = async_create_task(worker(i, queue));
    double start = async_loop_time();
    await async_queue_join(queue);
    printf("all done after %.4f\n", async_loop_time() - start);
    for (int i = 0; i < 3; i++)
        async_cancel(workers[i]);
    for (int i = 0; i < 3; i++)
        await async_join(workers[i], nullptr);
    printf("%.4f of sleep\n", total);
    async_queue_free(queue);
    return 0;
}
