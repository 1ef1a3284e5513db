// Where a computed goto leads is not known, and what it leaves behind neither.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
void g(void);

async void computed(void)
{
    void *to = &&label;
    // CHECK: [[#@LINE+1]]:5: error: no computed goto can be used in a function with 'defer'
    defer g();
    await async_yield();
    goto *to;
label:
}
