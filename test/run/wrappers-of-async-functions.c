// What is declared async may be a plain function that gives a future of another's, or an alias; it is awaited by name.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct large { int values[8]; };
async int low(int n) { await async_yield(); return n * 10; }
async struct large low_large(int n) { await async_yield(); return (struct large){ { n, n + 1 } }; }
async void low_void(int *p) { await async_yield(); ++*p; }

async int wrapped(int n);
static async int hidden(int n);
async struct large wrapped_large(int n, const int *list, int (*array)[2]);
async void wrapped_void(int *p);
async int same(int n) __attribute__((alias("low")));

async int main(void)
{
    int n = 1, pair[2] = { 5, 6 };
    printf("%d %d\n", await wrapped(1), await hidden(2));
    // CHECK: 20 30
    printf("%d\n", (await wrapped_large(3, pair, &pair)).values[1]);
    // CHECK: 15
    await wrapped_void(&n);
    auto task = async_create_task(wrapped(n));
    printf("%d %d\n", n, await task);
    // CHECK: 2 30
    printf("%d %d\n", await same(1), await async_create_task(same(2)));
    // CHECK: 10 20
    return 0;
}

future(int) wrapped(int n) { return low(n + 1); }
static future(int) hidden(int n) { return low(n + 1); }
future(struct large) wrapped_large(int n, const int list[], int (*array)[2])
{
    defer n = 0;
    return low_large(n + list[0] + (*array)[1]);
}
future(void) wrapped_void(int *p) { return low_void(p); }
