// A name stands for an async function wherever C says so, and for something else where that hides it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <string.h>

static async int hidden(int hidden);
async int shown(int shown);
future(int) spelled(int);
typedef async int number_fn(int);
number_fn by_type;

// Before its definition, in initialisers and in plain code.
struct handlers { future(int) (*first)(int); int shown; } handlers = { spelled, 3 };
future(int) (*table[])(int) = { [0] = shown, [1] = hidden, [2] = &by_type };

static int plain(void)
{
    int shown = 1;
    struct shown { int spelled; } other = { .spelled = shown };
    enum { hidden = 5 };
    goto by_type;
by_type:
    return other.spelled + shown + hidden;
}

static future(int) through(int n)
{
    future(int) (*pointer)(int) = n > 1 ? shown : hidden;
    typeof(shown) *typed = pointer;
    return typed(n);
}

static async int hidden(int hidden)
{
    await async_yield();
    return hidden + 10;
}

async int shown(int shown)
{
    await async_yield();
    return shown + 20;
}

// Its own object, without a prototype in front of it.
async int nested(int n)
{
    if (n == 0)
        return 0;
    auto task = async_create_task(nested(n - 1));
    return 1 + await task;
}

async int spelled(int n)
{
    typeof(hidden(1)) object = hidden(n);
    future(int) (*pointer)(int) = (typeof(&shown))shown;
    int same = __builtin_types_compatible_p(typeof(shown), typeof(hidden)) + (sizeof(shown(1)) == sizeof object);
    return await object + await pointer(n) + 100 * same;
}

async int by_type(int n)
{
    int spelled = n;
    for (int hidden = 0; hidden < 2; hidden++) {
        await async_yield();
        spelled += hidden;
    }
    return spelled;
}

async int main(void)
{
    extern future(int) shown(int);
    struct { future(int) (*hidden)(int); } object = { .hidden = hidden };
    printf("%d\n", plain());
    // CHECK: 7
    printf("%d %d\n", await through(1), await through(2));
    // CHECK: 11 22
    printf("%d %d %d\n", await table[0](1), await table[1](1), await table[2](1));
    // CHECK: 21 11 2
    printf("%d\n", await handlers.first(1));
    // CHECK: 232
    printf("%d %d\n", await object.hidden(3), await shown(3));
    // CHECK: 13 23
    printf("%d\n", await nested(5));
    // CHECK: 5
    return 0;
}
