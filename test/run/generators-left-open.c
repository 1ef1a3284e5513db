// A generator that nobody has closed is closed when main has ended: its defers run, and may wait.
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

async int main(void)
{
    static generator(int) g, unused;
    int v;
    g = numbers("g");
    unused = numbers("unused");
    (void)unused;
    await async_next(g, &v);
    // CHECK: main ends
    // CHECK-NEXT: g closed
    // CHECK-NOT: unused
    puts("main ends");
    return 0;
}
