// Two calls that are awaited one after the other take the sum of their times.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/one-after-the-other.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void ring(double delay, const char *bell)
{
    await async_sleep(delay);
    puts(bell);
}

async int main(void)
{
    double start = async_loop_time();
    puts("begin");
    await ring(1, "ding");
    await ring(2, "dong");
    printf("end after %.0f\n", async_loop_time() - start);
    return 0;
}
