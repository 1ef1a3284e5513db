// A group in a deferred statement works while the task unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int put_away(const char *name, double seconds, int result)
{
    await async_sleep(seconds);
    printf("%s ", name);
    return result;
}

async void hold(void)
{
    defer {
        async_group (g) {
            async_spawn(g, put_away("a", 1, 0));
            async_spawn(g, put_away("b", 2, -1));
            async_spawn(g, put_away("c", 3, 0));
        } else
            printf("error %d ", async_group_error(g));
    }
    await async_sleep(9);
}

async int main(void)
{
    auto t = async_create_task(hold());
    await async_sleep(1);
    async_cancel(t);
    // CHECK: a b error -1 -125
    int reason = await async_join(t, nullptr);
    printf("%d\n", reason);
    return 0;
}
