// A computed goto could leave or enter the scope of a cleanup unseen.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
static void drop(int *x) { (void)x; }
async int f(int n)
{
    static void *const places[] = { &&one, &&two };
    goto *places[n];
one:
    await async_yield();
two:
    {
        __attribute__((cleanup(drop))) int x = n;
        // CHECK: computed-goto-with-cleanup.c:[[#@LINE-1]]:44: error: 'x' has a cleanup and is in scope at an await: no computed goto
        await async_yield();
        return x;
    }
}
