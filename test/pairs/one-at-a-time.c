// A lock lets in one task at a time, in the order in which they came; who holds it can be told.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/one-at-a-time.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;

async void visit(int number)
{
    printf("%d comes\n", number);
    async_with (async_lock_acquire(&lock)) {
        printf("%d is in, %s\n", number, async_lock_locked(&lock) ? "locked" : "open");
        await async_sleep(1);
        printf("%d leaves\n", number);
    }
}

async int main(void)
{
    await async_gather(visit(1), visit(2), visit(3));
    await async_lock_acquire(&lock);
    puts("by hand");
    async_lock_release(&lock);
    puts(async_lock_locked(&lock) ? "locked" : "open");
    return 0;
}
