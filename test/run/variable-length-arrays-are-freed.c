// The memory of an array of variable length goes when the function ends, however it does; too large a one unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int works(long n, int way)
{
    for (int i = 0; i < 3; i++) {
        int a[n + i];
        a[n + i - 1] = i;
        if (way == 0)
            return a[n + i - 1];
        await async_sleep(1);
        if (way == 1 && a[n + i - 1] == 1)
            return 5;
    }
    if (way == 2)
        return 6;
    char more[n];
    more[0] = 7;
    await async_sleep(1e9);
    return more[0];
}

async int unwinds(void) { int a[3] = {}; return await works(-5, 0) + a[0]; }

async int main(void)
{
    printf("%d %d %d\n", await works(4, 0), await works(4, 1), await works(4, 2));
    // CHECK: 0 5 6
    auto task = async_create_task(works(4, 3));
    await async_sleep(10);
    async_cancel(task);
    printf("%d\n", await async_join(task, nullptr) == -ECANCELED);
    // CHECK: 1
    task = async_create_task(unwinds());
    printf("%d\n", await async_join(task, nullptr) == -ENOMEM);
    // CHECK: 1
    async_release(works(4, 0));
    return 0;
}
