// Handles declared behind labels, in heads of loops, in statement expressions, beside arrays of variable length, in defers.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

async int child(int n)
{
    defer printf("%d left, ", n);
    await async_sleep(1000);
    return n;
}

async int quick(int n) { await async_yield(); return n; }
async int number(int n, future(int) f) { return n + await f; }

async int behind_labels(int n)
{
    switch (n) {
    case 1:;
        auto t = async_create_task(child(1));
        await async_sleep(10);
        return await t;
    case 2:
        await async_sleep(10);
        [[fallthrough]];
    default:;
        future(int) u = async_create_task(child(2));
        await async_sleep(10);
        n += await u;
    }
    return n;
}

async int in_a_head(int n)
{
    for (future(int) t = async_create_task(child(n)), u = {};; n++) {
        if (async_valid(u))
            n += await u;
        u = quick(n);
        await async_sleep(5);
        if (n > 50) {
            async_release(u);
            return await t;
        }
    }
}

async int in_an_expression(int n)
{
    int x = ({ auto t = async_create_task(child(n)); await async_sleep(10); await t; }) + 1;
    return x;
}

async int beside_arrays(int n)
{
    char text[n];
    auto t = async_create_task(child(n));
    memset(text, 0, sizeof text);
    await async_sleep(10);
    int value = await t;
    int more[value];
    more[0] = text[0];
    return more[0];
}

async int in_a_defer(int n)
{
    defer {
        auto t = async_create_task(quick(n));
        printf("%d in time, ", await async_wait_for(t, 5, &n));
        auto u = async_create_task(child(n + 1));
        async_timeout (2)
            n = await async_retain(u);
        async_cancel(u);
        await async_join(u, nullptr);
    }
    await async_sleep(100);
    return n;
}

async int jumps_into(int n)
{
    if (n > 5)
        goto inside;
    {
        auto t = async_create_task(child(n));
        await async_sleep(10);
        n = await t;
    inside:
        await async_sleep(10);
    }
    return n;
}

async int computed(int n)
{
    void *const ways[] = { &&first, &&second };
    auto t = async_create_task(child(n));
    goto *ways[n & 1];
first:
    await async_sleep(10);
second:
    await async_sleep(10);
    return await t;
}

async int as_arguments(int n)
{
    auto t = async_create_task(child(n));
    auto u = async_create_task(child(n + 1));
    int r = await number(n > 10 ? 1 : 2, t);
    return r + await u;
}

async int chosen(bool first)
{
    auto t = async_create_task(child(1));
    auto u = async_create_task(child(2));
    int n = await number(1, first ? t : u);
    await async_sleep(10);
    if (!first)
        n += await t;
    else
        n += await u;
    return n;
}

static async void stop(future(int) f)
{
    auto t = async_create_task(f);
    await async_sleep(3);
    async_cancel(t);
    printf("%d\n", await async_join(t, nullptr));
}

async int main(void)
{
    // CHECK: {{^}}1 left, -125
    await stop(behind_labels(1));
    // CHECK-NEXT: {{^}}-125
    await stop(behind_labels(2));
    // CHECK-NEXT: {{^}}2 left, -125
    await stop(behind_labels(3));
    // CHECK-NEXT: {{^}}4 left, -125
    await stop(in_a_head(4));
    // CHECK-NEXT: {{^}}5 left, -125
    await stop(in_an_expression(5));
    // CHECK-NEXT: {{^}}6 left, -125
    await stop(beside_arrays(6));
    // CHECK-NEXT: {{^}}0 in time, 8 left, -125
    await stop(in_a_defer(7));
    // CHECK-NEXT: {{^}}-125
    await stop(jumps_into(9));
    // CHECK-NEXT: {{^}}1 left, -125
    await stop(jumps_into(1));
    // CHECK-NEXT: {{^}}10 left, -125
    await stop(computed(10));
    // CHECK-NEXT: {{^}}11 left, -125
    await stop(computed(11));
    // CHECK-NEXT: {{^}}12 left, 13 left, -125
    await stop(as_arguments(12));
    // CHECK-NEXT: {{^}}{{[12]}} left, {{[12]}} left, -125
    await stop(chosen(true));
    // CHECK-NEXT: {{^}}{{[12]}} left, {{[12]}} left, -125
    await stop(chosen(false));
    return 0;
}
