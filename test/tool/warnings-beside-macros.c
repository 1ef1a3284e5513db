// What the compiler only warns of is no error either where asyncc has put something in.
// RUN: %asyncc gcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>

async int give(int n)
{
    await async_yield();
    return n;
}

async int compare(const short *volatile *p, short **q)
{
    // CHECK-NOT: error
    return (await async_create_task(give(3)), p) != (await give(1), q);
}
