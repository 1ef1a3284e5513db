// Tasks are cancelled one by one while others sleep on; each unwinds one turn later, in the order of the requests.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/cancel-among-sleepers.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int sleeper(int n)
{
    bool slept = false;
    defer printf("%d %s\n", n, slept ? "slept" : "was woken");
    await async_sleep(n);
    slept = true;
    return n;
}

async int main(void)
{
    future(int) t[6];
    for (int i = 0; i < 6; i++)
        t[i] = async_create_task(sleeper(i + 1));
    await async_sleep(2.5);
    static const int order[] = { 4, 2, 5 };
    for (int i = 0; i < 3; i++) {
        async_cancel(t[order[i]]);
        printf("asked %d\n", order[i] + 1);
    }
    for (int i = 0; i < 6; i++) {
        int value = 0;
        int error = await async_join(t[i], &value);
        printf("%d: %s %d\n", i + 1, error ? "cancelled" : "ended", value);
    }
    return 0;
}
