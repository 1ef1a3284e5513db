// A race: the first value, and the others are cancelled and have left when it is over.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/the-first-wins.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int horse(int n, double seconds)
{
    printf("%d starts\n", n);
    bool arrived = false;
    defer printf("%d %s\n", n, arrived ? "arrives" : "stops");
    await async_sleep(seconds);
    arrived = true;
    return 10 * n;
}

async int main(void)
{
    auto r = await async_race(horse(1, 3), horse(2, 2));
    printf("%d wins with %d\n", r.index + 1, r.value);
    return 0;
}
