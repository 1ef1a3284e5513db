// A handle that is consumed a second time on one of several ways is warned of, unless a condition may tell the ways apart.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck --implicit-check-not=warning: %s
#include <async.h>
#include <stdio.h>

async int f(int n);

async int behind_an_if(int c)
{
    auto t = f(1);
    if (c)
        await t;
    // CHECK: consumed-twice-on-one-way.c:[[#@LINE+2]]:18: warning: the handle in 't' is consumed twice [-Wconsumed-twice]
    // CHECK: consumed-twice-on-one-way.c:[[#@LINE-2]]:15: note: it was consumed here
    return await t;
}

async int from_case_to_case(int c)
{
    auto t = f(1);
    switch (c) {
    case 1:
        await t;
        [[fallthrough]];
    case 2:
        // CHECK: consumed-twice-on-one-way.c:[[#@LINE+1]]:15: warning: the handle in 't' is consumed twice
        await t;
        break;
    default:
        async_release(t);
    }
    return 0;
}

async int out_of_a_loop(int c)
{
    auto t = f(1);
    while (c--) {
        await t;
        break;
    }
    // CHECK: consumed-twice-on-one-way.c:[[#@LINE+1]]:18: warning: the handle in 't' is consumed twice
    return await t;
}

async int told_apart(int c)
{
    auto t = f(1);
    bool is_over = false;
    if (c) {
        await t;
        is_over = true;
    }
    if (!is_over)
        await t;
    return 0;
}

async int left(int c)
{
    auto t = f(1);
    if (c == 1) {
        await t;
        return 1;
    }
    if (c == 2) {
        await t;
        goto out;
    }
    if (c == 3)
        t = async_shield(t);
    if (c == 4) {
        await t;
        t = f(2);
    }
    for (;;) {
        if (c++ < 10)
            continue;
        await t;
        break;
    }
out:
    return 2;
}
