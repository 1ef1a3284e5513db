// A wrong argument of one of the library's macros is told once, in place, by what it should have been.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async double half(void) { return 0.5; }

async void f(void)
{
    int v;
    // CHECK: [[#@LINE+1]]:42: error: argument of 'async_gather' is not a future but has type 'int'
    auto r = await async_gather(give(1), 3);
    (void)r;
    double d;
    // CHECK: [[#@LINE+1]]:31: error: 'async_join' cannot store the value in an object that 'double *' points to
    await async_join(give(3), &d);
    // CHECK: [[#@LINE+1]]:31: error: 'async_join' wants a pointer to where the value goes, and this has type 'double'
    await async_join(give(3), d);
    // CHECK: [[#@LINE+1]]:31: error: 'async_join' wants a pointer to where the value goes, and this has type 'int'
    await async_join(give(3), 1);
    // CHECK: [[#@LINE+1]]:18: error: argument of 'async_cancel' is a function, not a future; did you forget to call it?
    async_cancel(give);
    // CHECK: [[#@LINE+1]]:19: error: argument of 'async_release' is a function, not a future; did you forget to call it?
    async_release(half);
    // CHECK: [[#@LINE+1]]:18: error: use of undeclared identifier 'undeclared'
    async_cancel(undeclared);
    // CHECK: [[#@LINE+1]]:19: error: too many arguments to function call
    async_release(give(1, 2));
    // CHECK: [[#@LINE+1]]:61: error: 'async_as_completed' wants futures of one type; the first is not 'future(double)'
    generator(int) g = async_as_completed(give(1), give(2), half());
    // CHECK: [[#@LINE+1]]:22: error: argument of 'async_next' is a future, not a generator
    await async_next(give(2), &v);
    // CHECK: [[#@LINE+1]]:18: error: argument of 'async_cancel' is a generator, not a future
    async_cancel(g);
    async_promise(int) p = async_promise_new(int);
    // CHECK: [[#@LINE+1]]:5: error: 'async_resolve' wants a value exactly where its type is not void
    async_resolve(p);
    // CHECK: [[#@LINE+1]]:19: error: argument of 'async_resolve' is a generator, not a promise
    async_resolve(g, 1);
}
int main(void)
{
    // CHECK: [[#@LINE+1]]:15: error: argument of 'async_run' is not a future but has type 'int'
    async_run(3);
}
// CHECK: {{^}}14 errors generated.
