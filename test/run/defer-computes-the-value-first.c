// `return` computes its value before what was deferred runs.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[5]; };

async long change(long *n, long by)
{
    await async_yield();
    return *n += by;
}

async struct big make(int n)
{
    struct big b = { { n } };
    defer await change(&b.a[0], 50);
    defer b.a[1] = 60;
    if (n == 1)
        return b;
    return (struct big){ { b.a[0] + 1, await change(&b.a[1], 2), n } };
}

async int number(long n)
{
    defer await change(&n, 9);
    return (int)n, (int)await change(&n, 1);
}

async int main(void)
{
    struct big b = await make(1), c = await make(2);
    // CHECK: 1 0, 3 2 2, 6
    printf("%ld %ld, %ld %ld %ld, %d\n", b.a[0], b.a[1], c.a[0], c.a[1], c.a[2], await number(5));
    return 0;
}
