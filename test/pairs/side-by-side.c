// Two tasks take the time of the longer one.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/side-by-side.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void ring(double delay, const char *bell)
{
    printf("lift %s\n", bell);
    await async_sleep(delay);
    printf("ring %s\n", bell);
}

async int main(void)
{
    auto small = async_create_task(ring(1, "small"));
    auto large = async_create_task(ring(2, "large"));
    double start = async_loop_time();
    puts("begin");
    await small;
    await large;
    printf("end after %.0f\n", async_loop_time() - start);
    return 0;
}
