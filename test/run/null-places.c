// Where a value has a place, null drops it: 0, NULL and nullptr.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stddef.h>
#include <stdio.h>

static async int give(int x)
{
    await async_yield();
    return x;
}

static async int drop(void)
{
    int sum = await async_join(give(1), 0) + await async_join(give(1), NULL) + await async_join(give(1), nullptr);
    auto t = async_create_task(give(2));
    await async_wait(t);
    sum += async_result(t, 0) + async_result(t, NULL) + async_result(t, nullptr);
    await t;
    future(int) all[] = { give(1), give(2) };
    await async_gather_array(all, 2, 0);
    auto stream = async_as_completed(give(1), give(2));
    while (await async_next(stream, 0))
        sum++;
    await async_generator_close(stream);
    return sum;
}

int main(void)
{
    int value;
    // CHECK: 0 2
    int error = async_try_run(drop(), &value);
    printf("%d %d\n", error, value);
    // CHECK: 0 0 0
    printf("%d", async_try_run(drop(), 0));
    printf(" %d", async_try_run(drop(), NULL));
    printf(" %d\n", async_try_run(drop(), nullptr));
    return 0;
}
