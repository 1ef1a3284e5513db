// The head of an async_for that is no head.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async void f(generator(int) g)
{
    int i;
    async_for (i, g)
        ;
    // CHECK: async-for-head.c:[[#@LINE-2]]:16: error: 'async_for' declares a variable and names a stream: async_for (T x, stream)
    async_for (int k)
        ;
    // CHECK: async-for-head.c:[[#@LINE-2]]:16: error: 'async_for' declares a variable and names a stream: async_for (T x, stream)
    async_for (int k, )
        ;
    // CHECK: async-for-head.c:[[#@LINE-2]]:23: error: expected a stream here, a generator(T)
}
