// Waiting for the first of several tasks cancels none of them.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for-the-first.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int runner(int n, double seconds)
{
    printf("%d runs\n", n);
    await async_sleep(seconds);
    printf("%d is there\n", n);
    return n;
}

async int main(void)
{
    future(int) runners[] = {
        async_create_task(runner(0, 4)), async_create_task(runner(1, 2)), async_create_task(runner(2, 3)),
    };
    size_t first = await async_wait_any(runners, 3);
    printf("the first is %d\n", await async_take(runners[first]));
    int waiting = 0;
    for (int i = 0; i < 3; i++)
        waiting += async_valid(runners[i]) && !async_done(runners[i]);
    printf("%d run still\n", waiting);
    await async_wait_all(runners, 3);
    for (int i = 0; i < 3; i++)
        if (async_valid(runners[i]))
            printf("also %d\n", await async_take(runners[i]));
    return 0;
}
