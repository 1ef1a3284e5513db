// A computed goto has many places to go to: it may not lead across a `defer`, or a statement that is left with care, in either direction.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
void g(void);

async void out_of_what_is_covered(void)
{
    void *to = &&label;
    {
        defer g();
        await async_yield();
        // CHECK: [[#@LINE+1]]:9: error: a computed 'goto' may lead into or out of what a 'defer' covers
        goto *to;
        // CHECK: [[#@LINE+3]]:1: note: this is one of its labels
        // CHECK: [[#@LINE-5]]:9: note: deferred here
    }
label:
}

void into_it(void)
{
    void *to = &&label;
    // CHECK: [[#@LINE+1]]:5: error: a computed 'goto' may lead into or out of what a 'defer' covers
    goto *to;
    defer g();
label:
}

async void out_of_a_statement(void)
{
    void *to[] = { &&inside, &&outside };
    async_timeout (1) {
inside:
        await async_yield();
        // CHECK: [[#@LINE+1]]:9: error: a computed 'goto' may lead into or out of the statement of 'async_timeout'
        goto *to[0];
    }
outside:
}

async void out_of_a_deferred_statement(void)
{
    defer {
        void *to = &&label;
        // CHECK: [[#@LINE+1]]:9: error: a computed 'goto' may lead into or out of a deferred statement
        goto *to;
    }
    await async_yield();
label:
}

async void by_assembly(void)
{
    {
        defer await async_yield();
        // CHECK: [[#@LINE+1]]:9: error: the asm may lead into or out of what a 'defer' covers
        asm goto("" : : : : label);
    }
label:
}

// CHECK-NOT: error:

async void inside(int n)
{
    static void *const places[] = { &&one, &&two };
    {
        defer await async_yield();
    }
    defer g();
    goto *places[n];
one:
    async_timeout (1)
        await async_yield();
    else
        goto *places[1];
two:
    asm goto("" : : : : one);
}
