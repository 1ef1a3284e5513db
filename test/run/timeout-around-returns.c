// A deadline that is caught ends there, also where the statement could have been left for farther out.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int nested(int how)
{
    for (int i = 0; i < 2; i++) {
        async_timeout (10) {
            async_timeout (0) {
                if (how == 1)
                    return 5;
                if (how == 2)
                    break;
                if (how == 3)
                    continue;
                await async_yield();
            } else {
                puts("else");
                if (how == 4)
                    return 6;
            }
            puts("behind");
        } else {
            puts("not this one");
        }
    }
    return 1;
}

async int with_defer(bool early)
{
    defer puts("deferred");
    async_timeout (0) {
        if (early)
            return 7;
        await async_yield();
    }
    puts("behind");
    return 8;
}

async int main(void)
{
    // CHECK: is 5
    printf("is %d\n", await nested(1));
    // CHECK-NEXT: is 1
    printf("is %d\n", await nested(2));
    // CHECK-NEXT: is 1
    printf("is %d\n", await nested(3));
    // CHECK-NEXT: else
    // CHECK-NEXT: is 6
    printf("is %d\n", await nested(4));
    // CHECK-NEXT: else
    // CHECK-NEXT: behind
    // CHECK-NEXT: else
    // CHECK-NEXT: behind
    // CHECK-NEXT: is 1
    printf("is %d\n", await nested(0));
    // CHECK-NEXT: deferred
    // CHECK-NEXT: is 7
    printf("is %d\n", await with_defer(true));
    // CHECK-NEXT: behind
    // CHECK-NEXT: deferred
    // CHECK-NEXT: is 8
    printf("is %d\n", await with_defer(false));
    return 0;
}
