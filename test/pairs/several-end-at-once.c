// Of several tasks that end in one turn, waiting for the first sees all of them.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/several-end-at-once.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int work(int n, int turns)
{
    for (int i = 0; i < turns; i++)
        await async_yield();
    printf("work %d\n", n);
    return n;
}

async int main(void)
{
    future(int) f[4];
    for (int n = 0; n < 4; n++)
        f[n] = async_create_task(work(n, n == 3 ? 20 : 2));
    printf("first %zu\n", await async_wait_any(f, 4));
    await async_yield();
    int done = 0;
    for (int n = 0; n < 4; n++)
        done += async_done(f[n]);
    printf("%d done\n", done);
    for (int n = 0; n < 4; n++)
        printf("%d\n", await f[n]);
    return 0;
}
