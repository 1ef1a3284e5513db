// A deadline around a group cancels its child and waits for it; one inside ends before the group does.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-under-a-deadline.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int child(const char *name)
{
    defer {
        await async_sleep(0.5);
        printf("%s is left\n", name);
    }
    await async_sleep(100);
    return 0;
}

async int main(void)
{
    double start = async_loop_time();
    async_timeout (2) {
        async_group (g) {
            async_spawn(g, child("the first"));
            async_timeout (1)
                await async_sleep(50);
            else
                printf("inner deadline at %.1f\n", async_loop_time() - start);
        } else {}
        puts("never here");
    } else
        printf("outer deadline, left at %.1f\n", async_loop_time() - start);
    return 0;
}
