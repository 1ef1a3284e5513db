// async_condition_wait releases the lock while it waits, and holds it when it returns and when it unwinds.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>

static struct async_lock lock = ASYNC_LOCK_INIT;
static struct async_condition changed = ASYNC_CONDITION_INIT;
static int holders, wrong, woken;

// Only who has the lock comes between these two.
static void enter(void) { wrong += holders++ != 0 || !async_lock_locked(&lock); }
static void leave(void) { wrong += --holders != 0; }

async void wait_for_change(void)
{
    async_with (async_lock_acquire(&lock)) {
        enter();
        defer leave();
        leave();
        defer enter();
        await async_condition_wait(&changed, &lock);
        woken++;
        await async_yield();
    }
}

async void notify(size_t count)
{
    async_with (async_lock_acquire(&lock)) {
        enter();
        async_condition_notify(&changed, count);
        await async_yield();
        leave();
    }
    await async_sleep(1);
}

async int main(void)
{
    future(void) waiting[8];
    for (int i = 0; i < 8; i++)
        waiting[i] = async_create_task(wait_for_change());
    await async_sleep(1);
    // CHECK: {{^}}open, 8 wait
    printf("%s, %zu wait\n", async_lock_locked(&lock) ? "locked" : "open", changed.line.count);
    await notify(1);
    // CHECK-NEXT: {{^}}1
    printf("%d\n", woken);
    await notify(2);
    // CHECK-NEXT: {{^}}3
    printf("%d\n", woken);

    // Cancelled while somebody holds the lock: it waits for it, and only then unwinds.
    int last = 0;
    while (async_done(waiting[last]))
        last++;
    await async_lock_acquire(&lock);
    enter();
    async_cancel(waiting[last]);
    await async_sleep(1);
    // CHECK-NEXT: {{^}}not yet
    puts(async_done(waiting[last]) ? "unwound" : "not yet");
    leave();
    async_lock_release(&lock);
    await async_wait(waiting[last]);
    // CHECK-NEXT: {{^}}cancelled, open
    printf("%s, %s\n", async_cancelled(waiting[last]) ? "cancelled" : "ended", async_lock_locked(&lock) ? "locked" : "open");

    // The same by a deadline.
    async_with (async_lock_acquire(&lock)) {
        async_timeout (1) {
            await async_condition_wait(&changed, &lock);
            puts("never here");
        } else {
            // CHECK-NEXT: {{^}}too late, locked
            printf("too late, %s\n", async_lock_locked(&lock) ? "locked" : "open");
        }
    }

    // Woken, and the lock is not free yet.
    async_with (async_lock_acquire(&lock)) {
        async_condition_notify(&changed, 1);
        await async_sleep(1);
    }
    await async_sleep(1);
    // CHECK-NEXT: {{^}}4, 3 wait
    printf("%d, %zu wait\n", woken, changed.line.count);

    async_condition_notify_all(&changed);
    for (int i = 0; i < 8; i++)
        await async_join(waiting[i], nullptr);
    // CHECK-NEXT: {{^}}7 0 0
    printf("%d %d %d\n", woken, wrong, async_lock_locked(&lock));
    // Nobody waits: nothing happens, now and later.
    async_condition_notify_all(&changed);
    async_condition_notify(&changed, 3);
    async_with (async_lock_acquire(&lock)) {
        int reason = 0;
        async_timeout (1)
            await async_condition_wait(&changed, &lock);
        else
            reason = -ETIMEDOUT;
        // CHECK-NEXT: {{^}}-110
        printf("%d\n", reason);
    }
    return 0;
}
