// An entry may declare a struct on the way: the exit that is missing is that of the value.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

async void f(void *(*get)(void))
{
    // CHECK: [[#@LINE+1]]:37: error: 'async_with' has no exit for values of type 'struct session *'
    async_with (struct session *s = (future(struct session *))get())
        await async_yield();
}
