// The first failure cancels the body and the other child, which may take its time to clean up.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-with-a-failing-child.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int steady(void)
{
    defer {
        puts("steady: cleaning");
        await async_sleep(1);
        puts("steady: clean");
    }
    await async_sleep(100);
    return 0;
}

async int failing(void)
{
    await async_sleep(2);
    puts("failing: now");
    return -EIO;
}

async int main(void)
{
    double start = async_loop_time();
    async_group (g) {
        async_spawn(g, steady());
        async_spawn(g, failing());
        defer puts("body: left");
        puts("body: waits");
        await async_sleep(50);
        puts("never here");
    } else
        printf("failed: %s\n", async_group_error(g) == -EIO ? "input or output" : "?");
    printf("at %.0f\n", async_loop_time() - start);
    return 0;
}
