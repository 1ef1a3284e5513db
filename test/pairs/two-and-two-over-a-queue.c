// Two producers and two consumers over a queue for two values: who is too fast waits for the others.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/two-and-two-over-a-queue.py | diff - %t.out
#include <async.h>
#include <stdio.h>

struct piece { int producer, number; };

async void produce(async_queue(struct piece) queue, int producer, double seconds)
{
    for (int i = 0; i < 5; i++) {
        await async_sleep(seconds);
        await async_queue_put(queue, { producer, i });
        printf("%d put %d, %zu there\n", producer, i, async_queue_size(queue));
    }
}

async void consume(async_queue(struct piece) queue, int consumer, double seconds)
{
    struct piece piece;
    for (int i = 0; i < 5; i++) {
        await async_queue_get(queue, &piece);
        printf("consumer %d has %d of %d\n", consumer, piece.number, piece.producer);
        await async_sleep(seconds);
    }
}

async int main(void)
{
    async_queue(struct piece) queue = async_queue_new(struct piece, 2);
    await async_gather(produce(queue, 1, 0.25), produce(queue, 2, 0.375), consume(queue, 1, 1.125), consume(queue, 2, 1.0625));
    printf("%zu\n", async_queue_size(queue));
    async_queue_free(queue);
    return 0;
}
