// A wrong value, place or queue is told once, in place, and queues are called what a program calls them.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
struct pair { int a, b; };
async int give(int x);
generator(int) count(void);

// CHECK-NOT: async_queue_tag
async void values(async_queue(int) q, async_queue(void) nothing, async_queue(struct pair) pairs)
{
    int n;
    // CHECK: [[#@LINE+1]]:30: error: {{.*}} initializing 'int' with an expression of type 'int *'
    await async_queue_put(q, &n);
    // CHECK: [[#@LINE+1]]:28: error: {{.*}} initializing 'int' with an expression of type 'char[5]'
    async_queue_try_put(q, "text");
    // CHECK: [[#@LINE+1]]:30: error: initializing 'int' with an expression of incompatible type 'struct pair'
    await async_queue_put(q, (struct pair){ 1, 2 });
    // CHECK: [[#@LINE+1]]:11: error: 'async_queue_put' wants a value exactly where its type is not void
    await async_queue_put(pairs);
    // CHECK: [[#@LINE+1]]:5: error: 'async_queue_try_put' wants a value exactly where its type is not void
    async_queue_try_put(nothing, 1);
}

async void places(async_queue(int) q, async_queue(void) nothing)
{
    double d;
    int n;
    // CHECK: [[#@LINE+1]]:30: error: 'async_queue_get' cannot store the value in an object that 'double *' points to
    await async_queue_get(q, &d);
    // CHECK: [[#@LINE+1]]:28: error: 'async_queue_try_get' wants a pointer to where the value goes, and this has type 'int'
    async_queue_try_get(q, n);
    // CHECK: [[#@LINE+1]]:36: error: 'async_queue_get' cannot store the value in an object that 'int *' points to
    await async_queue_get(nothing, &n);
}

static void queues(async_promise(int) p, async_queue(int) q)
{
    // CHECK: [[#@LINE+1]]:22: error: argument of 'async_queue_size' is a promise, not a queue
    async_queue_size(p);
    // CHECK: [[#@LINE+1]]:23: error: argument of 'async_queue_close' is not a queue but has type 'int'
    async_queue_close(3);
    // CHECK: [[#@LINE+1]]:22: error: argument of 'async_queue_free' is a future, not a queue
    async_queue_free(give(3));
    // CHECK: [[#@LINE+1]]:27: error: argument of 'async_queue_task_done' is a function, not a queue; did you forget to call it?
    async_queue_task_done(give);
    // CHECK: [[#@LINE+1]]:25: error: argument of 'async_queue_try_put' is a generator, not a queue
    async_queue_try_put(count(), 3);
    // CHECK: [[#@LINE+1]]:18: error: argument of 'async_cancel' is a queue, not a future
    async_cancel(q);
    // CHECK: [[#@LINE+1]]:19: error: argument of 'async_resolve' is a queue, not a promise
    async_resolve(q, 1);
}

struct owner { async_queue(int) q; };

async int main(void)
{
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: incompatible types initializing 'async_queue(int)' with an expression of type 'async_queue(double)'
    async_queue(int) q = async_queue_new(double, 3);
    async_queue(void) nothing = async_queue_new(void, 0);
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: incompatible types initializing 'async_queue(int)' with an expression of type 'async_queue(void)'
    struct owner o = { .q = nothing };
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: incompatible types passing 'async_queue(void)' to parameter of type 'async_queue(int)'
    queues(0, nothing);
    // CHECK: [[#@LINE+1]]:11: error: operand of 'await' is not a future but has type 'async_queue(int)'
    await q;
    // CHECK: [[#@LINE+1]]:13: error: operand of '+' is a 'async_queue(int)'
    return (q + 1) != o.q;
}
// CHECK: {{^}}20 errors generated.
