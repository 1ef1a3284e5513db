// Locals that are declared near an entry without a name are found again where they are used.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct lock { int held; };

async struct lock *acquire(struct lock *l)
{
    await async_yield();
    l->held++;
    return l;
}

static void release(struct lock *l)
{
    l->held--;
}

ASYNC_EXIT(struct lock *, release);

async int use(struct lock *l)
{
    int a = 1, b = 2;
    async_with (acquire(l)) {
        await async_yield();
        a += b;
    }
    int c = 4, d = 8, e = 16;
    await async_yield();
    return a + b + c + d + e;
}

async int main(void)
{
    struct lock l = { 0 };
    // CHECK: 33 0
    printf("%d ", await use(&l));
    printf("%d\n", l.held);
    return 0;
}
