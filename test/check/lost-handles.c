// A handle that a local still owns when its scope is left names itself and the way out.
// RUN: not %asyncc -Werror %s -o %t 2>&1 | FileCheck %s
#include <async.h>
#include <stdlib.h>

void keep(void *);
async int f(int n) { await async_yield(); return n; }

async int early(int x)
{
    auto t = async_create_task(f(1));
    if (x)
        // CHECK: :[[@LINE+1]]:9: error: the handle in 't' is lost by this 'return' [-Werror,-Wlost-handle]
        return -1;
    // CHECK: :[[@LINE-4]]:10: note: it was stored here; await it, or give it back with 'async_release' or 'async_detach'
    return await t;
}

async int jumps(int x)
{
    while (true) {
        auto t = f(x);
        if (x == 1)
            // CHECK: :[[@LINE+1]]:13: error: the handle in 't' is lost by this 'break'
            break;
        if (x == 2)
            // CHECK: :[[@LINE+1]]:13: error: the handle in 't' is lost by this 'continue'
            continue;
        if (x == 3)
            // CHECK: :[[@LINE+1]]:13: error: the handle in 't' is lost by this 'goto'
            goto out;
        x += await t;
    }
out:
    return 0;
}

async void at_the_end(void)
{
    {
        auto t = f(1);
        (void)async_done(t);
    // CHECK: :[[@LINE+1]]:5: error: the handle in 't' is lost at the end of its scope
    }
    await f(3);
}

async int on_one_way(int x)
{
    auto t = f(1);
    if (x)
        await t;
    // CHECK: :[[@LINE+1]]:5: error: the handle in 't' is lost by this 'return', if it was not consumed before
    return 0;
}

async int stored_anew(int x)
{
    auto t = f(1);
    // CHECK: :[[@LINE+1]]:5: error: the handle in 't' is lost when another is stored there
    t = f(2);
    return x + await t;
}

async int argument(future(int) t)
{
    await async_wait(t);
    // CHECK: :[[@LINE+1]]:5: error: the handle in 't' is lost by this 'return'
    return 0;
    // CHECK: :[[@LINE-5]]:32: note: the function owns it from its beginning
}

async int stream(void)
{
    auto g = async_as_completed(f(1));
    // CHECK: :[[@LINE+1]]:5: error: the generator in 'g' is lost by this 'return'
    return await async_next(g, nullptr);
    // CHECK: :[[@LINE-3]]:10: note: it was stored here; end it with 'async_generator_close'
}

// CHECK-NOT: error:

async int null(int x)
{
    auto t = f(1);
    if (!async_valid(t))
        return -x;
    if (t == nullptr)
        return 1;
    if (x && !t)
        return 2;
    return await t;
}

async int with_a_flag(int x)
{
    auto t = f(1);
    bool done = false;
    if (x) {
        await t;
        done = true;
    }
    if (!done)
        await t;
    return 0;
}

async int sometimes(int x)
{
    future(int) t = {};
    if (x)
        t = f(1);
    await async_yield();
    if (x)
        await t;
    return 0;
}

async int in_a_loop(int x)
{
    auto t = f(1);
    for (bool done = false; !done;) {
        await async_yield();
        if (x++ > 3) {
            await t;
            done = true;
        }
    }
    return x;
}

async int for_ever(int x)
{
    auto t = f(1), u = f(2);
    while (true) {
        await async_yield();
        if (x++ > 3)
            return await t + await u;
    }
}

async int ends_otherwise(int x)
{
    auto t = f(1);
    switch (x) {
    case 1: await t; break;
    case 2: async_release(t); break;
    default: abort();
    }
    return 1;
}

async int stored_elsewhere(future(int) *place)
{
    auto t = f(1), u = f(2);
    keep((void *)t);
    *place = u;
    return 0;
}

async int owned_by_a_defer(int x)
{
    auto t = async_create_task(f(1));
    defer {
        async_cancel(t);
        await async_join(t, nullptr);
    }
    if (x)
        return 1;
    await async_yield();
    return 2;
}

async int behind_a_defer(int x)
{
    auto t = async_create_task(f(1));
    defer x++;
    return await t;
}

async int timed(void)
{
    auto t = async_create_task(f(1));
    int r = 0;
    async_timeout (3) {
        await async_wait(t);
        r = await t;
    } else {
        async_cancel(t);
        await async_join(t, nullptr);
    }
    return r;
}

async future(int) given_back(void)
{
    auto t = async_create_task(f(1));
    await async_yield();
    return t;
}
