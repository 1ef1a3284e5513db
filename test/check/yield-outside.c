// 'yield' in a function that is no generator says what one is; and it gives something.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int f(void)
{
    yield 3;
    // CHECK: yield-outside.c:[[#@LINE-1]]:5: error: 'yield' is only allowed in a generator, an async function whose type is 'generator(T)'
    return 0;
}
int plain(void)
{
    yield 3;
    // CHECK: yield-outside.c:[[#@LINE-1]]:5: error: 'yield' is only allowed in a generator
}
async generator(int) empty(void)
{
    yield;
    // CHECK: yield-outside.c:[[#@LINE-1]]:5: error: 'yield' is followed by nothing to give
}
