// Of two deadlines the nearer one counts, wherever it stands; of two at the same time the outer one.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/timeout-in-timeout.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void nest(double outer, double inner, double sleep)
{
    double start = async_loop_time();
    async_timeout (outer) {
        async_timeout (inner) {
            defer printf("left at %.1f, ", async_loop_time() - start);
            await async_sleep(sleep);
            printf("slept, ");
        } else
            printf("inner, ");
        await async_sleep(1);
        printf("behind, ");
    } else
        printf("outer, ");
    printf("end at %.0f\n", async_loop_time() - start);
}

async int main(void)
{
    await nest(5, 3, 9);
    await nest(3, 5, 9);
    await nest(5, 4.5, 9);
    await nest(9, 9, 1);
    await nest(3, 9, 2.5);
    await nest(4, 4, 9);
    return 0;
}
