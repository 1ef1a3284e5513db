// A call is tried again after a growing pause, until a deadline for all of it is over.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/try-again.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int dial(int attempt, int good)
{
    printf("dialling, attempt %d\n", attempt);
    await async_sleep(attempt == 2 ? 50 : 1);
    return attempt == good ? 0 : -ECONNREFUSED;
}

async int dial_until(int good, double all)
{
    double start = async_loop_time(), pause = 1;
    async_timeout (all) {
        for (int attempt = 1; ; attempt++) {
            int answer = -1;
            int error = await async_wait_for(dial(attempt, good), 3, &answer);
            printf("%s at %.1f\n", error == -ETIMEDOUT ? "no answer" : answer < 0 ? "refused" : "connected", async_loop_time() - start);
            if (!error && answer == 0)
                return attempt;
            await async_sleep(pause);
            pause *= 2;
        }
    } else
        printf("given up at %.1f\n", async_loop_time() - start);
    return 0;
}

async int main(void)
{
    printf("= %d\n", await dial_until(4, 100));
    printf("= %d\n", await dial_until(9, 20.5));
    printf("= %d\n", await dial_until(2, 3));
    return 0;
}
