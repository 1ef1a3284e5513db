// A request to a task reaches a child that it waits for in its cleanup's own group: order of the ways out.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-a-sleeping-cleanup.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void flush(const char *name, double seconds)
{
    await async_sleep(seconds);
    printf("%s flushed\n", name);
}

async void work(void)
{
    defer await flush("log", 1);
    defer {
        await async_gather(flush("disk", 2), flush("net", 1));
        puts("both flushed");
    }
    puts("working");
    await async_sleep(100);
}

async int main(void)
{
    auto t = async_create_task(work());
    await async_sleep(1);
    async_cancel(t);
    puts("asked");
    printf("%d\n", await async_join(t, nullptr) == -ECANCELED);
    return 0;
}
