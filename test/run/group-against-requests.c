// A request or a deadline from outside asks all children, waits for them, and then goes on unwinding.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int work(const char *name)
{
    defer {
        await async_sleep(1);
        printf("<%s>", name);
    }
    await async_sleep(50);
    return 0;
}

async int nested(void)
{
    async_group (g) {
        async_spawn(g, work("x"));
        async_group (h) {
            async_spawn(h, work("y"));
            await async_sleep(2);
        } else
            printf("never ");
        printf("never ");
    } else
        printf("never ");
    return 3;
}

// The inner body is left because the outer group fails.
async int outer_fails(void)
{
    async_group (g) {
        async_group (h) {
            async_spawn(h, work("z"));
            async_group_fail(g, -1);
            await async_sleep(1);
            printf("never ");
        } else
            printf("never ");
        printf("never ");
    } else
        printf("outer ");
    return 4;
}

async int main(void)
{
    for (int i = 0; i < 2; i++) {
        auto t = async_create_task(nested());
        await async_sleep(1 + 2 * i);
        async_cancel(t);
        int reason = await async_join(t, nullptr);
        // CHECK: <y><x>-125
        // CHECK-NEXT: <y><x>-125
        printf("%d\n", reason);
    }
    // CHECK-NEXT: <y><x>time
    async_timeout (3)
        await nested();
    else
        puts("time");
    // CHECK-NEXT: <z>outer 4
    printf("%d\n", await outer_fails());
    return 0;
}
