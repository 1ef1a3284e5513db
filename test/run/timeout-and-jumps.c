// break, continue, return and goto in the statement of an async_timeout go to the loop around it; what needs not wait is
// not interrupted, whatever the time.
// RUN: %build %s -o %t -lm && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <math.h>
#include <stdio.h>

async int ready(int n)
{
    return n;
}

async int loop(void)
{
    int n = 0;
    for (int i = 0; i < 5; i++) {
        async_timeout (i == 2 ? 0 : i == 3 ? NAN : INFINITY) {
            n += await ready(10);
            if (i == 1)
                continue;
            if (i == 4)
                break;
            await async_sleep(1);
            n++;
        } else
            n += 100;
    }
    async_timeout (1)
        goto out;
    n = 0;
out:
    switch (n) {
    case 251:
        async_timeout (1)
            break;
        return 0;
    }
    async_timeout (0)
        await async_yield();
    async_timeout (await ready(2)) {
        await async_sleep(1);
        return n;
    }
    return 0;
}

async int main(void)
{
    // CHECK: 251
    printf("%d\n", await loop());
    return 0;
}
