// What the program loses its last handle of is a leak for the address sanitizer: no list of the runtime keeps it findable.
// REQUIRES: asan
// RUN: %build %s -o %t
// RUN: not %t coroutine 2>&1 | FileCheck %s
// RUN: not %t task 2>&1 | FileCheck %s
// RUN: not %t promise 2>&1 | FileCheck %s
// RUN: %t none
// CHECK: LeakSanitizer
#include <async.h>
#include <string.h>

// volatile: a compiler may drop a store of nullptr to what is never read.
static void *volatile held[1];

async int number(int n)
{
    await async_yield();
    return n;
}

static void *make(const char *how)
{
    if (strcmp(how, "coroutine") == 0)
        return (void *)number(1);
    if (strcmp(how, "task") == 0)
        return (void *)async_create_task(number(1));
    if (strcmp(how, "promise") == 0) {
        auto promise = async_promise_new(int);
        async_resolve(promise, 1);
        return (void *)async_promise_future(promise);
    }
    return nullptr;
}

// Far down on the stack, where nothing of it is found later.
static __attribute__((noinline)) void hold(const char *how, int depth)
{
    volatile char room[4096] __attribute__((unused));
    room[depth] = 0;
    if (depth)
        hold(how, depth - 1);
    else
        held[0] = make(how);
    room[depth] = 1;
}

async int main(int argc, char **argv)
{
    hold(argc > 1 ? argv[1] : "", 10);
    await async_yield();
    await async_yield();
    held[0] = nullptr;
    return 0;
}
