// Mixing up promises of different types is an error that speaks of async_promise(T), as with futures.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

struct s { async_promise(int) p; };

static void plain(async_promise(int) p) { async_promise_cancel(p); }

async int main(void)
{
    // CHECK: mixed-up-promises.c:[[#@LINE+1]]:{{[0-9]+}}: error: incompatible types initializing 'async_promise(int)' with an expression of type 'async_promise(double)'
    async_promise(int) p = async_promise_new(double);
    async_promise(double) d = async_promise_new(double);
    // CHECK: mixed-up-promises.c:[[#@LINE+1]]:{{[0-9]+}}: error: incompatible types assigning to 'async_promise(int)' from 'async_promise(double)'
    p = d;
    // CHECK: mixed-up-promises.c:[[#@LINE+1]]:{{[0-9]+}}: error: incompatible types initializing 'async_promise(int)' with an expression of type 'async_promise(double)'
    struct s s = { .p = d };
    // CHECK: mixed-up-promises.c:[[#@LINE+1]]:{{[0-9]+}}: error: incompatible types passing 'async_promise(double)' to parameter of type 'async_promise(int)'
    plain(d);
    // A pointer to anything is no mistake, as it is none in C: callbacks get their promises so.
    void *any = s.p;
    p = any;
    return async_promise_cancel(p);
}
// CHECK: {{^}}4 errors generated.
