// Children that are asked to stop are no failure: what stands behind the body goes on.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/a-group-told-to-stop.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int watch(void)
{
    defer {
        await async_sleep(1);
        puts("no watch any more");
    }
    for (int hour = 0; ; hour++) {
        printf("hour %d, all well\n", hour);
        await async_sleep(1);
    }
}

async int main(void)
{
    double start = async_loop_time();
    async_group (g) {
        async_spawn(g, watch());
        await async_sleep(2.5);
        async_group_cancel(g);
        puts("told");
        await async_group_wait(g);
        printf("ended at %.1f\n", async_loop_time() - start);
        async_spawn(g, watch());
        await async_sleep(0.5);
        async_group_cancel(g);
    } else
        puts("never here");
    printf("over at %.1f\n", async_loop_time() - start);
    return 0;
}
