// What waits for the same time comes in the order in which it was set, calls and sleeping tasks alike.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/equal-deadlines.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void sleeper(int n, double seconds)
{
    await async_sleep(seconds);
    printf("sleeper %d\n", n);
}

static void call(void *text)
{
    puts(text);
}

async int main(void)
{
    async_call_later(4, call, "call of four");
    auto r = async_gather(sleeper(1, 4), sleeper(2, 2), sleeper(3, 4), sleeper(4, 2), sleeper(5, 4), sleeper(6, 3));
    async_call_later(4, call, "another one");
    async_call_later(2, call, "call of two");
    await r;
    puts("all awake");
    return 0;
}
