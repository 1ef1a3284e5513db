// Those that have ended already come first, in the order in which they stand.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/as-completed-of-ended-ones.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int give(int n, double seconds)
{
    await async_sleep(seconds);
    return n;
}

async int main(void)
{
    future(int) f[4];
    f[0] = async_create_task(give(0, 5));
    f[1] = async_create_task(give(1, 2));
    f[2] = async_create_task(give(2, 1));
    f[3] = async_create_task(give(3, 4));
    await async_sleep(3);
    int sum = 0;
    async_for (int n, async_as_completed_array(f, 4)) {
        sum += n;
        if (n == 0 || n == 3)
            printf("%d, sum %d\n", n, sum);
    }
    return 0;
}
