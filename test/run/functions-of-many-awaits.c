// A function of many awaits suspends at one place: with results of all sizes, cleanups, loops, and where a callee unwinds.
// RUN: %build %s -o %t
// RUN: %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static struct async_lock gate = ASYNC_LOCK_INIT;

struct large {
    long at[5];
};

async long number(long n)
{
    if (n & 1)
        await async_yield();
    return n;
}

async struct large numbers(long n)
{
    if (n & 1)
        await async_yield();
    return (struct large){ { n, n + 1, n + 2, n + 3, n + 4 } };
}

async long many(long n, int *ended)
{
    defer ++*ended;
    const long twice = 2 * n;
    long sum = await number(n) + await number(n + 1) * 2 + await number(twice) * 4;
    struct large l = await numbers(n), m = await numbers(n + 1);
    for (long i = 0; i < 4; i++) {
        sum += l.at[i] * await number(i) + m.at[i];
        if (i == 2)
            break;
        long unchanged = sum;
        await async_yield();
        await numbers(i);
        if (unchanged != sum)
            return -1;
    }
    async_with (auto held = async_lock_acquire(&gate)) {
        sum += await number(3) + await number(4);
    }
    auto task = async_create_task(number(twice + 1));
    sum += await task;
    sum += (await numbers(n)).at[4] + (await number(1) ? await number(5) : await number(6));
    sum += await number(n) && await number(n + 1) ? 1 : 2;
    await async_sleep(0);
    return sum + await number(7);
}

static future(void) self;

// The next await of a task that has been asked to stop unwinds; here it is that of a large result, in a function of many awaits.
async void stopped(int which, int *ended)
{
    defer ++*ended;
    long sum = 0;
    sum += await number(0) + await number(0) + await number(0) + await number(0) + await number(0) + await number(0);
    sum += await number(0) + await number(0) + await number(0) + await number(0) + await number(0) + await number(0);
    if (which == 1)
        async_cancel(self);
    struct large l = await numbers(1);
    if (which == 2)
        async_cancel(self);
    await numbers(1);
    if (which == 3)
        async_cancel(self);
    sum += await number(1);
    {
        defer *ended += 10;
        if (which == 4)
            async_cancel(self);
        sum += (await numbers(1)).at[0] + l.at[0];
        sum += await number(1) + await number(1);
    }
    printf("went on: %ld\n", sum);
}

async int main(void)
{
    for (long n = 0; n < 3; n++) {
        int ended = 0;
        long sum = await many(n, &ended);
        printf("%ld %d\n", sum, ended);
    }
    // CHECK: 39 1
    // CHECK-NEXT: 58 1
    // CHECK-NEXT: 78 1
    for (int which = 1; which <= 5; which++) {
        int ended = 0;
        self = async_create_task(stopped(which, &ended));
        int how = await async_wait(self);
        async_release(self);
        printf("%d: %s, %d\n", which, how == ASYNC_CANCELLED ? "stopped" : "ended", ended);
    }
    // CHECK-NEXT: 1: stopped, 1
    // CHECK-NEXT: 2: stopped, 1
    // CHECK-NEXT: 3: stopped, 1
    // CHECK-NEXT: 4: stopped, 11
    // CHECK-NEXT: went on: 5
    // CHECK-NEXT: 5: ended, 11
    return 0;
}
