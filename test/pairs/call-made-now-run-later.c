// A coroutine object runs nothing before it is awaited, however long it lies there, and takes its arguments as they were.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/call-made-now-run-later.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int add(int a, int b)
{
    printf("adding %d and %d\n", a, b);
    await async_yield();
    return a + b;
}

async int twice(future(int) operand)
{
    puts("twice");
    return 2 * await operand;
}

async int main(void)
{
    int a = 1;
    future(int) sums[3];
    for (int i = 0; i < 3; i++)
        sums[i] = add(a, i), a *= 10;
    auto t = twice(sums[0]);
    await async_sleep(1);
    puts("now");
    printf("%d\n", await sums[2]);
    printf("%d\n", await t);
    auto task = async_ensure_future(sums[1]);
    puts("a task now");
    await async_yield();
    puts("it has begun");
    auto same = async_ensure_future(task);
    printf("%d\n", await same);
    return 0;
}
