// Where an async_timeout may stand, and what may lead into it or its else.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

void plain(void)
{
    // CHECK: [[#@LINE+1]]:5: error: 'async_timeout' is only allowed in an async function
    async_timeout (1)
        ;
}

async void f(int n)
{
    // CHECK: [[#@LINE+1]]:5: error: 'goto' cannot jump into the statement of 'async_timeout'
    goto inside;
    // CHECK: [[#@LINE+1]]:5: note: it begins here
    async_timeout (1) {
inside:
        await async_yield();
    }
    switch (n) {
        async_timeout (1) {
        // CHECK: [[#@LINE+1]]:9: error: 'case' cannot jump into the statement of 'async_timeout'
        case 1:
            await async_yield();
        }
    }
    // CHECK: [[#@LINE+1]]:5: error: 'goto' cannot jump into the 'else' of 'async_timeout'
    goto too_late;
    async_timeout (1)
        await async_yield();
    else {
        // CHECK-NOT: :[[#@LINE+1]]:
        goto too_late;
too_late:
        await async_yield();
    }
    async_group (g) {
        async_spawn(g, async_yield());
        // CHECK: [[#@LINE+1]]:9: error: 'goto' cannot jump into the 'else' of 'async_group'
        goto failed;
    } else {
failed:
        await async_yield();
    }
}
