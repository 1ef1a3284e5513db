// A task that is asked to stop runs its cleanup; the one who asked sees it end cancelled.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-with-cleanup.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async void guard(void)
{
    puts("guard: on watch");
    bool is_relieved = false;
    defer {
        if (!is_relieved)
            puts("guard: called off");
        puts("guard: goes home");
    }
    await async_sleep(3600);
    is_relieved = true;
}

async int main(void)
{
    auto watch = async_create_task(guard());
    await async_sleep(1);
    puts("main: enough");
    async_cancel(watch);
    puts("main: waits");
    if (await async_join(watch, nullptr) == -ECANCELED)
        puts("main: cancelled it is");
    return 0;
}
