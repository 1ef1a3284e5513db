// A function may have nothing but a deferred await, and a defer nothing to put off.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async void say(const char *what)
{
    await async_yield();
    puts(what);
}

async void alone(void)
{
    defer await say("deferred");
}

struct member { typeof(int) defer; };

static void plain(void)
{
    defer;
    defer {}
    puts("nothing");
}

async void nothing(void)
{
    for (int i = 0; i < 2; i++) {
        defer;
        await say("loop");
    }
}

async int main(void)
{
    // CHECK: deferred
    await alone();
    // CHECK-NEXT: nothing
    plain();
    // CHECK-NEXT: loop
    // CHECK-NEXT: loop
    await nothing();
    return 0;
}
