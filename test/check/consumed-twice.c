// A handle that is consumed a second time is a warning that names both places.
// RUN: not %asyncc -Werror %s -o %t 2>&1 | FileCheck %s
#include <async.h>
#include <stdio.h>

async int f(int n) { await async_yield(); return n; }
void take(future(int) t);
async int into_a_task(future(int) t);

async int twice(int x)
{
    auto t = async_create_task(f(1));
    x += await t;
    // CHECK: :[[@LINE+1]]:22: error: the handle in 't' is consumed twice [-Werror,-Wconsumed-twice]
    return x + await t;
    // CHECK: :[[@LINE-3]]:16: note: it was consumed here
}

async int in_a_loop(int x)
{
    auto t = async_create_task(f(1));
    for (int i = 0; i < 3; i++)
        // CHECK: :[[@LINE+1]]:20: error: the handle in 't' is consumed twice: here, each time the loop comes round
        x += await t;
    return x;
}

async int given_away(void)
{
    auto t = f(1);
    take(t);
    // CHECK: :[[@LINE+1]]:19: error: the handle in 't' is consumed twice
    async_release(t);
    // CHECK: :[[@LINE-3]]:10: note: it was consumed here
    return 0;
}

async int on_both_ways(int x)
{
    auto t = f(1);
    if (x)
        await t;
    else
        async_detach(t);
    // CHECK: :[[@LINE+1]]:18: error: the handle in 't' is consumed twice
    return await t;
}

async int into_a_gather(int x)
{
    auto t = f(1);
    auto u = async_gather(t, f(x));
    x += (await u)._0;
    // CHECK: :[[@LINE+1]]:22: error: the handle in 't' is consumed twice
    return x + await t;
}

// CHECK-NOT: error:

async int stored_again(int x)
{
    auto t = async_create_task(f(1));
    for (int i = 0; i < 3; i++) {
        x += await t;
        t = async_create_task(f(i));
    }
    return x + await t;
}

async int only_once(int x)
{
    auto t = async_create_task(f(1));
    bool done = false;
    for (int i = 0; i < 3; i++) {
        if (!done) {
            x += await t;
            done = true;
        }
    }
    return x;
}

#define SUM(f) do { x += await (f); } while (0)

async int in_a_macro(int x)
{
    auto t = async_create_task(f(1));
    SUM(t);
    t = async_create_task(f(2));
    do {
        if (x == 5)
            continue;
        await t;
    } while (false);
    return x;
}

async int declared_inside(int x)
{
again:;
    auto t = f(x);
    x += await t;
    if (x < 5)
        goto again;
    return x;
}

async int retained(int x)
{
    auto t = async_create_task(f(1));
    x += await async_retain(t);
    printf("%p %d %d\n", (void *)t, async_done(t), async_cancel(t));
    return x + await t;
}

async int in_arms(int x)
{
    auto t = f(1), u = f(2);
    if (x > 1)
        return await t + await u;
    async_release(x ? t : u);
    return await (x ? u : t);
}

async int found_no_memory(void)
{
    auto t = f(1);
    auto object = into_a_task(t);
    if (!async_valid(object)) {
        async_release(t);
        return 1;
    }
    return await object;
}
