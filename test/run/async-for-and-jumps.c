// However an async_for is left, the generator is closed: its own defers run, and may wait. Jumps go where a loop's would.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async generator(int) numbers(const char *name)
{
    defer {
        await async_sleep(1);
        printf("%s closed\n", name);
    }
    for (int i = 0;; i++)
        yield i;
}

async int leave_by(int how)
{
    for (int round = 0; round < 2; round++) {
        async_for (int i, numbers("inner")) {
            if (i == 0)
                continue;
            switch (how) {
            case 0: break;
            case 1: return 10 + i;
            case 2: goto out;
            case 3: goto next;
            default: if (i < 3) continue;
            }
            if (i == 2)
                break;
            if (i == 3)
                return 3;
            printf("%d\n", i);
        }
        printf("round %d\n", round);
    next:;
    }
    return 0;
out:
    return 99;
}

async void nested(void)
{
    async_for (int i, numbers("outer")) {
        async_for (int k, numbers("inner")) {
            if (k == 1)
                break;
            printf("%d %d\n", i, k);
        }
        if (i == 1)
            return;
    }
}

async void cancelled(void)
{
    async_for (int i, numbers("cancelled")) {
        printf("%d\n", i);
        await async_sleep(i ? 100 : 0);
    }
}

async int main(void)
{
    // CHECK: 1
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: round 0
    // CHECK-NEXT: 1
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: round 1
    // CHECK-NEXT: is 0
    printf("is %d\n", await leave_by(0));
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: is 11
    printf("is %d\n", await leave_by(1));
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: is 99
    printf("is %d\n", await leave_by(2));
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: is 0
    printf("is %d\n", await leave_by(3));
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: is 3
    printf("is %d\n", await leave_by(4));
    // CHECK-NEXT: 0 0
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: 1 0
    // CHECK-NEXT: inner closed
    // CHECK-NEXT: outer closed
    await nested();
    future(void) task = async_create_task(cancelled());
    await async_sleep(1);
    async_cancel(task);
    // CHECK-NEXT: 0
    // CHECK-NEXT: 1
    // CHECK-NEXT: cancelled closed
    // CHECK-NEXT: -125
    printf("%d\n", await async_join(task, nullptr));
    return 0;
}
