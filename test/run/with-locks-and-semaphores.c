// async_with gives a lock and a semaphore back on every way out, and only what it has got.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_semaphore two = ASYNC_SEMAPHORE_INIT(2);

static const char *state(void)
{
    static char text[40];
    snprintf(text, sizeof text, "%s %zu", async_lock_locked(&lock) ? "locked" : "open", two.value);
    return text;
}

async int leave(int way)
{
    for (int i = 0; i < 2; i++) {
        async_with (struct async_lock *held = async_lock_acquire(&lock), auto place = async_semaphore_acquire(&two)) {
            if (held != &lock || place != &two || i == 1)
                return -1;
            printf("%s, ", state());
            if (way == 0)
                return 10;
            if (way == 1)
                break;
            if (way == 2)
                goto out;
            if (way == 3) {
                way = 1;
                continue;
            }
            await async_sleep(10);
        }
        return 20;
    }
    return 30;
out:
    return 40;
}

// The second entry waits, so only the first one has been entered.
async int wait_inside(void)
{
    async_with (async_lock_acquire(&lock), async_semaphore_acquire(&two))
        puts("never here");
    return 0;
}

async int main(void)
{
    // CHECK: {{^}}locked 1, 10 open 2
    // CHECK-NEXT: {{^}}locked 1, 30 open 2
    // CHECK-NEXT: {{^}}locked 1, 40 open 2
    // CHECK-NEXT: {{^}}locked 1, -1 open 2
    // CHECK-NEXT: {{^}}locked 1, 20 open 2
    for (int way = 0; way < 5; way++) {
        int value = await leave(way);
        printf("%d %s\n", value, state());
    }

    auto inside = async_create_task(leave(4));
    await async_sleep(1);
    async_cancel(inside);
    int reason = await async_join(inside, nullptr);
    // CHECK-NEXT: {{^}}locked 1, -125 open 2
    printf("%d %s\n", reason, state());

    async_timeout (1)
        await leave(4);
    else
        // CHECK-NEXT: {{^}}locked 1, too late, open 2
        printf("too late, %s\n", state());

    async_with (async_semaphore_acquire(&two), async_semaphore_acquire(&two)) {
        auto waits = async_create_task(wait_inside());
        await async_sleep(1);
        // CHECK-NEXT: {{^}}locked 0
        puts(state());
        async_cancel(waits);
        reason = await async_join(waits, nullptr);
        // CHECK-NEXT: {{^}}-125 open 0
        printf("%d %s\n", reason, state());
        // Somebody waits at the first entry and has got nothing.
        await async_lock_acquire(&lock);
        reason = await async_wait_for(wait_inside(), 1, nullptr);
        // CHECK-NEXT: {{^}}-110 locked 0
        printf("%d %s\n", reason, state());
        async_lock_release(&lock);
    }
    // CHECK-NEXT: {{^}}open 2
    puts(state());
    // Released by somebody else, and once too often.
    async_lock_release(&lock);
    // CHECK-NEXT: {{^}}open 2
    puts(state());
    return 0;
}
