// A request to the task cancels its group's child; the task unwinds when that has ended.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-cancelled-from-outside.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int child(void)
{
    defer {
        puts("child: leaves");
        await async_sleep(1);
        puts("child: has left");
    }
    puts("child: comes");
    await async_sleep(100);
    return 0;
}

async void parent(void)
{
    defer puts("parent: has left");
    async_group (g) {
        async_spawn(g, child());
        puts("parent: waits");
    } else
        puts("never here");
    puts("never here");
}

async int main(void)
{
    double start = async_loop_time();
    auto task = async_create_task(parent());
    await async_sleep(5);
    puts("main: cancels");
    async_cancel(task);
    if (await async_join(task, nullptr) == -ECANCELED)
        printf("main: cancelled at %.0f\n", async_loop_time() - start);
    return 0;
}
