// A deadline that is over already interrupts the first wait, and nothing that does not wait.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/timeout-of-nothing.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void wait_a_bit(const char *name)
{
    printf("%s begins\n", name);
    await async_sleep(1);
    puts("never here");
}

async int main(void)
{
    async_timeout (0) {
        puts("no wait");
    } else
        puts("never here");
    async_timeout (0)
        await wait_a_bit("a");
    else
        puts("too late");
    async_timeout (-1) {
        puts("behind");
        await wait_a_bit("b");
    } else
        puts("too late");
    double past = async_loop_time() - 1;
    async_timeout_at (past)
        await wait_a_bit("c");
    else
        puts("too late");
    return 0;
}
