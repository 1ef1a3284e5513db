// wait_for with no time gives the value of what has ended, and cancels what has not.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for-no-time.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int work(double seconds)
{
    bool ended = false;
    defer printf("work of %g %s\n", seconds, ended ? "ended" : "cancelled");
    await async_sleep(seconds);
    ended = true;
    return (int)seconds;
}

async int main(void)
{
    auto quick = async_create_task(work(1));
    auto slow = async_create_task(work(3));
    await async_sleep(2);
    int value = 0;
    printf("%d\n", await async_wait_for(quick, 0, &value) == 0);
    printf("%d\n", value);
    printf("%d\n", await async_wait_for(slow, 0, &value) == -ETIMEDOUT);
    return 0;
}
