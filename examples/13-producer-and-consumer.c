// Producer and consumer: a queue between them.
//
//     asyncc run 13-producer-and-consumer.c
//
// The queue holds at most two orders. When it is full the producer waits in async_queue_put, when it is empty the consumers wait in
// async_queue_get: neither knows anything of the other. Closing the queue is how the producer says that this was all; the consumers
// still get what is in it.
#include <async.h>
#include <stdio.h>

struct order {
    int number;
    const char *what;
};

async void produce(async_queue(struct order) orders)
{
    static const char *const menu[] = { "soup", "bread", "fish", "salad", "cake" };
    for (int i = 0; i < 5; i++) {
        await async_queue_put(orders, ((struct order){ i + 1, menu[i] }));
        printf("ordered %s\n", menu[i]);
    }
    async_queue_close(orders);
}

async int cook(const char *name, async_queue(struct order) orders)
{
    struct order order;
    int cooked = 0;
    while (await async_queue_get(orders, &order) == 0) {
        await async_sleep(1.0);
        printf("%s has cooked %d, %s\n", name, order.number, order.what);
        cooked++;
    }
    return cooked;
}

async int main(void)
{
    async_queue(struct order) orders = async_queue_new(struct order, 2);
    defer async_queue_free(orders);
    auto all = await async_gather(produce(orders), cook("Anna", orders), cook("Bela", orders));
    printf("%d and %d\n", all._1, all._2);
    return 0;
}
