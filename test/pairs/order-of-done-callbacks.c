// Callbacks at a task's end come in the order in which they were added, among those who awaited it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/order-of-done-callbacks.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int work(void)
{
    puts("work");
    await async_sleep(1);
    puts("worked");
    return 5;
}

async void awaits(const char *name, future(int) task)
{
    printf("%s: %d\n", name, await task);
}

static void call(void *name)
{
    printf("callback %s\n", (char *)name);
}

async int main(void)
{
    auto task = async_create_task(work());
    auto a = async_create_task(awaits("a", async_retain(task)));
    auto b = async_create_task(awaits("b", async_retain(task)));
    async_add_done_callback(task, call, "1");
    await async_sleep(0.5);
    async_add_done_callback(task, call, "2");
    auto c = async_create_task(awaits("c", async_retain(task)));
    await async_sleep(0.5);
    printf("main: done %d\n", async_done(task));
    async_add_done_callback(task, call, "too late, but still");
    puts("added");
    await async_yield();
    await a;
    await b;
    await c;
    printf("main: %d\n", await task);
    return 0;
}
