// A cleanup attribute cannot call an async function, in async functions and in plain ones.
// RUN: not %asyncc --cc=gcc %s -o - 2>&1 | FileCheck %s
#include <async.h>
async void done(int *p);
void cleanup(async_future(void) (*f)(int *));
async int f(void)
{
    [[gnu::cleanup(done)]] int y = 2;
    await async_yield();
    return y;
}
int main(void)
{
    __attribute__((unused, cleanup(done))) int x = 1;
    cleanup(done);
}
// CHECK: cleanup-is-async.c:[[#@LINE-9]]:20: error: the attribute 'cleanup' cannot call an async function; write 'defer await done(…);' behind the declaration
// CHECK: cleanup-is-async.c:[[#@LINE-4]]:36: error: the attribute 'cleanup' cannot call an async function
// CHECK: 2 errors generated.
