// A function may have nothing but a deferred await.
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

async int main(void)
{
    // CHECK: deferred
    await alone();
    return 0;
}
