// A struct with an array of constants cannot be assigned, but given, taken and kept.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef const struct { int v; } fixed;

struct rows { fixed row[2]; long rest[3]; };
struct table { long n; const long at[2][2]; };

async struct rows make_rows(int x)
{
    await async_yield();
    return (struct rows){ { { x } }, { 1, 2, x } };
}

async struct table make_table(long x)
{
    if (x > 5)
        return await make_table(x - 5);
    struct table t = { x, { { x }, { 0, x } } };
    defer await async_yield();
    return t;
}

async int main(void)
{
    struct rows r = await make_rows(3);
    auto task = async_create_task(make_table(9));
    struct table t = await task;
    // CHECK: 3 3 4 4 2
    printf("%d %ld %ld %ld %ld\n", r.row[0].v, r.rest[2], t.at[0][0], t.at[1][1], (await make_table(2)).at[1][1]);
    return 0;
}
