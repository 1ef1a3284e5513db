// Waiting for all consumes nothing: the values, and who was cancelled, are looked up afterwards.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for-all.py | diff - %t.out
#include <async.h>
#include <errno.h>
#include <stdio.h>

async int letter(int n)
{
    await async_sleep(3 - n);
    printf("letter %d comes\n", n);
    return 10 * n;
}

static void lose(void *letters)
{
    puts("one is lost");
    async_cancel(((future(int) *)letters)[1]);
}

async int main(void)
{
    future(int) letters[3];
    for (int n = 0; n < 3; n++)
        letters[n] = async_create_task(letter(n));
    async_call_later(1.5, lose, letters);
    await async_wait_all(letters, 3);
    for (int n = 0; n < 3; n++) {
        int value;
        if (async_cancelled(letters[n]))
            printf("%d: cancelled\n", n);
        else if (async_result(letters[n], &value) == 0)
            printf("%d: %d\n", n, value);
        async_release(letters[n]);
    }
    return 0;
}
