// Each loop that has taken a signal over gets it, whatever thread it comes to.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

enum { LOOPS = 3, ROUNDS = 50 };
static atomic_int ready, taken;

static async int wait_for_it(size_t index, void *unused)
{
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        future(int) f = async_start(async_signal(SIGUSR1));
        await async_yield();
        await async_yield();
        ready++;
        if (index == 0) {
            // All wait for this one.
            while (ready < LOOPS * (i + 1))
                await async_sleep(0.0001);
            raise(SIGUSR1);
        }
        taken += await f == 0;
    }
    return 0;
}

int main(void)
{
    // CHECK: 0 150
    int error = async_run_on_cores(LOOPS, wait_for_it, NULL);
    printf("%d %d\n", error, taken);
    return 0;
}
