// What libclang says of a wrong value does not show what asyncc makes of futures, promises and macros.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s --implicit-check-not=typeof --implicit-check-not=_tag
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s --implicit-check-not=typeof --implicit-check-not=_tag
#include <async.h>
async int give(int x) { await async_yield(); return x; }

async int wrong_value(void)
{
    async_promise(int) p = async_promise_new(int);
    async_resolve(p, "x");
    // CHECK: [[#@LINE-1]]:22: error: incompatible pointer to integer conversion initializing 'int' with an expression of type 'char[2]'
    return await p;
    // CHECK: [[#@LINE-1]]:18: error: operand of 'await' is not a future but has type 'async_promise(int)'
}
double *wrong_result(void)
{
    return async_run(give('('));
    // CHECK: [[#@LINE-1]]:12: error: incompatible integer to pointer conversion returning 'int' from a function with result type 'double *'
}
async int wrong_member(void)
{
    future(int) t = give(1);
    t->x = 3;
    // CHECK: [[#@LINE-1]]:6: error: member reference base type 'future(int)' is not a structure or union; did you forget to await it?
    return **t;
    // CHECK: [[#@LINE-1]]:14: error: operand of '*' is a 'future(int)'; did you forget to await it?
}
async int wrong_array(int *r)
{
    await async_gather_array(give(1), 2, r);
    // CHECK: [[#@LINE-1]]:30: error: argument of 'async_gather_array' is not an array of futures
    await async_gather_array(give, 2, r);
    // CHECK: [[#@LINE-1]]:30: error: argument of 'async_gather_array' is not an array of futures
    await async_gather_array(3, 2, r);
    // CHECK: [[#@LINE-1]]:30: error: argument of 'async_gather_array' is not an array of futures but has type 'int'
    await async_wait_all(give(1), 2);
    // CHECK: [[#@LINE-1]]:26: error: argument of 'async_wait_all' is not an array of futures
    await async_race_array(give(1), 2);
    // CHECK: [[#@LINE-1]]:28: error: argument of 'async_race_array' is not an array of futures
    return 0;
}
// CHECK: {{^}}10 errors generated.
