// Failures are values like others: one gather gives them all.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/gather-with-failures.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int divide(int a, int b)
{
    await async_sleep(a % 3);
    printf("%d by %d\n", a, b);
    return b ? a / b : -EDOM;
}

static void show(int result)
{
    if (result < 0)
        puts("failed");
    else
        printf("= %d\n", result);
}

async int main(void)
{
    int results[4];
    future(int) f[] = { divide(11, 2), divide(6, 0), divide(7, 3), divide(5, 0) };
    await async_gather_array(f, 4, results);
    for (int i = 0; i < 4; i++)
        show(results[i]);
    return 0;
}
