// A condition: who waits for it holds the lock before and afterwards, and not meanwhile.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/wait-for-a-change.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_condition changed = ASYNC_CONDITION_INIT;
static int water;

async void drink(int glasses)
{
    async_with (async_lock_acquire(&lock)) {
        while (water < glasses) {
            printf("%d of %d\n", water, glasses);
            await async_condition_wait(&changed, &lock);
        }
        water -= glasses;
        printf("drank %d, %s\n", glasses, async_lock_locked(&lock) ? "locked" : "open");
    }
}

async void fill(void)
{
    for (int i = 0; i < 4; i++) {
        await async_sleep(1);
        async_with (async_lock_acquire(&lock)) {
            water++;
            printf("filled, %d\n", water);
            async_condition_notify(&changed, 1);
        }
    }
}

async int main(void)
{
    await async_gather(drink(3), fill());
    printf("%d left\n", water);
    return 0;
}
