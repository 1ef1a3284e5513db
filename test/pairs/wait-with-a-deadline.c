// Waiting for all, but not for ever: what is not done then runs on.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-with-a-deadline.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int work(int n)
{
    await async_sleep(n);
    printf("work %d done\n", n);
    return n;
}

async int main(void)
{
    future(int) works[3];
    for (int n = 0; n < 3; n++)
        works[n] = async_create_task(work(2 * n + 1));
    async_timeout (2)
        await async_wait_all(works, 3);
    int done = 0;
    for (int n = 0; n < 3; n++)
        done += async_done(works[n]);
    printf("%d done in time\n", done);
    await async_wait_all(works, 3);
    puts("now all");
    for (int n = 0; n < 3; n++)
        async_release(works[n]);
    return 0;
}
