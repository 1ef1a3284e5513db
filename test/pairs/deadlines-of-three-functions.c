// Each function sets a deadline of its own; whichever comes first ends just what it covers.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/deadlines-of-three-functions.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static double start;

async void inner(double limit, double sleep)
{
    async_timeout (limit) {
        await async_sleep(sleep);
        puts("    slept");
    } else
        printf("    inner limit at %.1f\n", async_loop_time() - start);
}

async void middle(double limit, double sleep)
{
    async_timeout (limit) {
        for (int i = 0; i < 3; i++)
            await inner(2, sleep);
        puts("  thrice");
    } else
        printf("  middle limit at %.1f\n", async_loop_time() - start);
}

async void outer(double limit, double middle_limit, double sleep)
{
    start = async_loop_time();
    async_timeout (limit) {
        defer puts("leaving the outer");
        await middle(middle_limit, sleep);
        await middle(middle_limit, sleep);
    } else
        printf("outer limit at %.1f\n", async_loop_time() - start);
}

async int main(void)
{
    await outer(100, 50, 1);
    await outer(100, 50, 3);
    await outer(100, 5.1, 3);
    await outer(7.3, 5.1, 3);
    await outer(1.3, 50, 3);
    return 0;
}
