// A failure passes the cleanups of all on its way to the one who deals with it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/failures-through-a-chain.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int read_part(int n)
{
    defer printf("part %d put away\n", n);
    await async_sleep(1);
    if (n == 3)
        return -EIO;
    printf("part %d read\n", n);
    return n;
}

async int read_all(int parts)
{
    defer puts("file closed");
    int sum = 0;
    for (int n = 1; n <= parts; n++) {
        int value = await read_part(n);
        if (value < 0)
            return value;
        sum += value;
    }
    return sum;
}

async void report(int parts)
{
    int sum = await read_all(parts);
    if (sum < 0)
        puts("cannot be read");
    else
        printf("sum %d\n", sum);
}

async int main(void)
{
    await report(2);
    await report(4);
    auto t = async_create_task(read_all(3));
    await async_sleep(5);
    printf("failed: %d\n", await t < 0);
    return 0;
}
