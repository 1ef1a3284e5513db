// A failure of the body cancels the children; the group ends when they have.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/group-whose-body-fails.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int child(double seconds)
{
    bool ended = false;
    defer printf("child of %g %s\n", seconds, ended ? "ended" : "cancelled");
    await async_sleep(seconds);
    ended = true;
    return 0;
}

async void open_shop(int goods)
{
    async_group (g) {
        async_spawn(g, child(1));
        async_spawn(g, child(3));
        await async_sleep(2);
        if (goods == 0) {
            async_group_fail(g, -ENOENT);
            await async_sleep(9);
        }
        puts("body ends");
    } else {
        printf("failed: %d\n", async_group_error(g) == -ENOENT);
        return;
    }
    puts("went well");
}

async int main(void)
{
    await open_shop(1);
    await open_shop(0);
    return 0;
}
