// A deadline ends its own statement, and then `else` runs; outermost first where several are over.
// RUN: %build %s -o %t -lm && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <math.h>
#include <stdio.h>

async void nap(const char *name, double s)
{
    defer printf("<%s>", name);
    await async_sleep(s);
    printf("[%s]", name);
}

async int timed(double outer, double inner, double work)
{
    async_timeout (outer) {
        defer printf("d ");
        async_timeout (inner) {
            defer await async_sleep(0.5);
            await nap("work", work);
            printf("worked ");
        } else {
            printf("inner ");
        }
        await nap("tail", 1);
        return 1;
    } else
        printf("outer ");
    return 2;
}

async int main(void)
{
    // CHECK: [work]<work>worked [tail]<tail>d = 1
    printf("= %d\n", await timed(10, 3, 1));
    // CHECK-NEXT: {{^}}<work>inner [tail]<tail>d = 1
    printf("= %d\n", await timed(10, 3, 4));
    // CHECK-NEXT: {{^}}<work>d outer = 2
    printf("= %d\n", await timed(2, 3, 4));
    // CHECK-NEXT: {{^}}<work>d outer = 2
    printf("= %d\n", await timed(3, 3, 4));
    // The outer one is over while the inner one is cleaned up.
    // CHECK-NEXT: {{^}}<work>d outer = 2
    printf("= %d\n", await timed(3.2, 3, 4));
    // CHECK-NEXT: [work]<work>worked <tail>d outer = 2
    printf("= %d\n", await timed(1.7, INFINITY, 1));
    return 0;
}
