// A child that is cancelled alone is no failure: the others go on.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-with-a-cancelled-child.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

static struct async_task *second;

async int child(int n)
{
    if (n == 2)
        second = async_current_task();
    defer printf("child %d left\n", n);
    await async_sleep(n);
    printf("child %d ended\n", n);
    return 0;
}

async int main(void)
{
    double start = async_loop_time();
    async_group (g) {
        for (int n = 1; n <= 3; n++)
            async_spawn(g, child(n));
        await async_sleep(1.5);
        async_task_cancel(second);
        puts("asked the second");
    } else
        puts("never here");
    printf("over at %.0f\n", async_loop_time() - start);
    return 0;
}
