// A plain function that defers may give a value whose type has no name; its parameters need none either.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static struct { int x, y; } point;

static struct { int low, high; } range(int n)
{
    defer puts("range");
    return (typeof(range(0))){ n, n + 1 };
}

static enum { RED, GREEN } color(int n)
{
    defer puts("color");
    return n ? GREEN : RED;
}

static typeof(point) moved(int, int (*)(int, char *), const char *how)
{
    defer {
        puts(how);
        point.x = 0;
    }
    return point;
}

async int main(void)
{
    await async_yield();
    // CHECK: range
    // CHECK-NEXT: 4
    printf("%d\n", range(3).high);
    // CHECK-NEXT: color
    // CHECK-NEXT: 1
    printf("%d\n", color(1) == GREEN);
    point.x = 7;
    // CHECK-NEXT: moved
    // CHECK-NEXT: 7
    printf("%d\n", moved(1, nullptr, "moved").x);
    return 0;
}
