// A task has a name, knows itself, and is among all tasks until it ends.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/names-of-tasks.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void worker(void)
{
    printf("I am %s\n", async_task_name(async_current_task()));
    await async_yield();
    async_set_task_name(async_current_task(), "renamed");
    await async_sleep(1);
    printf("now %s\n", async_task_name(async_current_task()));
}

static void from_the_loop(void *unused)
{
    (void)unused;
    puts(async_current_task() ? "?" : "nobody runs");
}

async int main(void)
{
    async_set_task_name(async_current_task(), "first");
    auto a = async_create_task(worker());
    struct async_task *tasks[4];
    size_t count = async_all_tasks(tasks, 4);
    for (size_t i = 0; i < count; i++)
        if (tasks[i] != async_current_task())
            async_set_task_name(tasks[i], "second");
    printf("%zu tasks\n", count);
    async_call_soon(from_the_loop, nullptr);
    await a;
    printf("%zu task, %s\n", async_all_tasks(tasks, 4), async_task_name(async_current_task()));
    return 0;
}
