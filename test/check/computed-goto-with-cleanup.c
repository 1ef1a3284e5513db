// A computed goto must not leave the scope of a cleanup unseen.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
static void drop(int *x) { (void)x; }
async int f(int n)
{
    static void *const places[] = { &&one, &&two };
one:
    await async_yield();
two:
    {
        __attribute__((cleanup(drop))) int x = n;
        await async_yield();
        // CHECK: computed-goto-with-cleanup.c:[[#@LINE+1]]:9: error: cannot jump from this indirect goto statement to one of its possible targets
        goto *places[x];
    }
}
