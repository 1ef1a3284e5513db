// A child may end its whole group: the others are cancelled, and the program goes on behind it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/end-a-group-early.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int job(int n, double seconds)
{
    printf("job %d: start\n", n);
    await async_sleep(seconds);
    printf("job %d: done\n", n);
    return 0;
}

async int end_it(void)
{
    await async_yield();
    puts("that is all");
    return -EINTR;
}

async int main(void)
{
    async_group (g) {
        async_spawn(g, job(1, 0.5));
        async_spawn(g, job(2, 1.5));
        await async_sleep(1);
        async_spawn(g, end_it());
    } else if (async_group_error(g) != -EINTR)
        puts("failed");
    puts("behind the group");
    return 0;
}
