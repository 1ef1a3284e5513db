// A semaphore of two lets in two of five at a time, in the order in which they came.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/no-more-than-two.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_semaphore two = ASYNC_SEMAPHORE_INIT(2);

async void visit(int number)
{
    async_with (async_semaphore_acquire(&two)) {
        printf("%d is in\n", number);
        await async_sleep(number == 0 ? 5 : 1);
        printf("%d leaves\n", number);
    }
}

async int main(void)
{
    double start = async_loop_time();
    await async_gather(visit(0), visit(1), visit(2), visit(3), visit(4));
    printf("%.0f\n", async_loop_time() - start);
    return 0;
}
