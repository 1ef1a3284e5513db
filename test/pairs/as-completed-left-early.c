// Who has seen enough cancels what still runs, and waits for it.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/as-completed-left-early.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async int guess(int n)
{
    bool ended = false;
    defer if (!ended) printf("guess %d given up\n", n);
    await async_sleep(n);
    ended = true;
    return n * n;
}

async int main(void)
{
    future(int) guesses[] = { async_create_task(guess(4)), async_create_task(guess(2)), async_create_task(guess(1)) };
    async_for (int square, async_as_completed_array(guesses, 3)) {
        printf("%d\n", square);
        if (square > 2)
            break;
    }
    puts("enough");
    return 0;
}
