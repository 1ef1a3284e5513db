// In an expression with awaits everything is evaluated from left to right, as in Python.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/order-of-evaluation.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static int plain(int n)
{
    printf("plain %d\n", n);
    return n;
}

async int slow(int n)
{
    printf("slow %d\n", n);
    await async_sleep(1);
    return n;
}

static int sum(int a, int b, int c)
{
    return a * 100 + b * 10 + c;
}

async int main(void)
{
    printf("%d\n", plain(1) + await slow(2) * plain(3) - await slow(4));
    printf("%d\n", sum(await slow(1), plain(2), await slow(3)));
    int list[3] = { plain(7), await slow(8), plain(9) };
    printf("%d\n", list[await slow(1)] + list[plain(2)]);
    if (await slow(0) || plain(0) || (await slow(5) && plain(6)))
        puts("yes");
    printf("%d\n", await slow(1) ? plain(10) : await slow(11));
    int total = 1;
    total += await slow(2) + plain(3);
    printf("%d\n", total);
    return 0;
}
