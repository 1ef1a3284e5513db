// A barrier is as new when all have passed: the same three meet at it round after round.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/barrier-used-twice.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_barrier barrier = ASYNC_BARRIER_INIT(3);

async void run(int number, double seconds)
{
    for (int round = 1; round <= 3; round++) {
        await async_sleep(number * seconds);
        printf("%d ends round %d\n", number, round);
        int place = await async_barrier_wait(&barrier);
        await async_sleep(0.25 * place);
        printf("%d was number %d\n", number, place);
    }
}

async int main(void)
{
    await async_gather(run(3, 1), run(1, 1), run(2, 1));
    return 0;
}
