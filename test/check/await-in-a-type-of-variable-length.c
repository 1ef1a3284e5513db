// sizeof and typeof evaluate what has a variable length; an await there is refused.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int n) { await async_yield(); return n; }
async int f(int n)
{
    int a[n][n], (*p)[n] = a;
    n = sizeof a[await give(0)];
    // CHECK: await-in-a-type-of-variable-length.c:[[#@LINE-1]]:18: error: 'await' in a type of variable length
    n += sizeof(int[await give(1)]);
    // CHECK: await-in-a-type-of-variable-length.c:[[#@LINE-1]]:21: error: 'await' in a type of variable length
    typeof(a[await give(0)]) other;
    // CHECK: await-in-a-type-of-variable-length.c:[[#@LINE-1]]:14: error: 'await' in a type of variable length
    static int (*kept)[n];
    // CHECK: await-in-a-type-of-variable-length.c:[[#@LINE-1]]:{{[0-9]+}}: error: a static pointer to an array of variable length
    return sizeof other + (kept == p);
}
