// A nested function is refused in an async function; the message says why, and what to write.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s --implicit-check-not=error:
#include <async.h>
async int outer(int n)
{
    int inner(int m) { return m + n; }
    // CHECK: nested-functions.c:[[#@LINE-1]]:22: error: a function cannot be defined in an async function, whose C stack frame does not live as long; define it outside and pass it what it uses
    await async_yield();
    return inner(n);
}
