// A deadline interrupts what takes too long, and leaves alone what does not.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/timeout.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void cook(const char *what, double minutes)
{
    defer printf("%s is off the fire\n", what);
    await async_sleep(minutes);
    printf("%s is done\n", what);
}

async int main(void)
{
    double start = async_loop_time();
    const char *dishes[] = { "an egg", "a roast" };
    for (int i = 0; i < 2; i++) {
        async_timeout (10) {
            await cook(dishes[i], i ? 90 : 6);
            puts("served");
        } else
            puts("too late");
        printf("at %.0f\n", async_loop_time() - start);
    }
    return 0;
}
