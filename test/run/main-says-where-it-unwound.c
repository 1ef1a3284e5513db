// The line that main leaves when it unwinds names its own await: not that of a cleanup which ran then, and no earlier one.
// RUN: %build %s -o %t
// RUN: not %run %t 2>&1 | FileCheck --check-prefix=CLEANUP %s
// RUN: not %run %t 2 2>&1 | FileCheck --check-prefix=HANDLE %s
// RUN: not %run %t 2 3 2>&1 | FileCheck --check-prefix=EARLIER %s
// RUN: not %run %t 2 3 4 2>&1 | FileCheck --check-prefix=GROUP %s
// RUN: not %run %t 2 3 4 5 2>&1 | FileCheck --check-prefix=BODY %s
// RUN: not env ASYNC_CLOCK=virtual %run %t 2 3 4 5 6 2>&1 | FileCheck --check-prefix=CAUGHT %s
#include <async.h>

async void wait(void) { await async_sleep(60); }

async void unwind(void)
{
    async_task_cancel(async_current_task());
    await wait();
}

static void cancel(void *task) { async_task_cancel(task); }

async int main(int argc, char **)
{
    if (argc == 1) {
        defer {
            await async_yield();
        }
        // CLEANUP: main-says-where-it-unwound.c:[[#@LINE+1]]: 'main' was cancelled
        await unwind();
    }
    if (argc == 2) {
        auto t = async_create_task(wait());
        // HANDLE: :[[#@LINE+1]]: 'main' was cancelled
        await unwind();
        await t;
    }
    if (argc == 3) {
        auto t = async_create_task(wait());
        async_cancel(t);
        await async_wait(t);
        // EARLIER: :[[#@LINE+1]]: 'main' was cancelled
        await t;
    }
    if (argc == 4) {
        // GROUP: :[[#@LINE+1]]: 'main' was cancelled
        async_group (g) {
            async_spawn(g, wait());
            await async_yield();
            async_call_soon(cancel, async_current_task());
        }
    }
    if (argc == 5) {
        async_group (g) {
            async_spawn(g, wait());
            // BODY: :[[#@LINE+1]]: 'main' was cancelled
            await unwind();
        }
    }
    async_timeout (1)
        await wait();
    else
        await async_yield();
    // CAUGHT: :[[#@LINE+1]]: 'main' was cancelled
    await unwind();
    return 0;
}
