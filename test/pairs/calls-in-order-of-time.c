// Calls come in the order of their times; those of one time in the order in which they were asked for.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/calls-in-order-of-time.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static void say(void *text)
{
    puts(text);
}

async int main(void)
{
    await async_sleep(10);
    double now = async_loop_time();
    async_call_at(now + 3, say, "three");
    async_call_at(now + 1, say, "one");
    async_call_at(now + 2, say, "two, first");
    async_call_at(now + 2.5, say, "two and a half");
    async_call_later(0, say, "at once, but later");
    async_call_soon(say, "soon");
    async_call_at(now - 5, say, "too late, so now");
    async_call_at(now - 6, say, "even later, so before that");
    struct async_timer taken_back = ASYNC_TIMER_INIT;
    async_timer_start(&taken_back, 1.5, say, "never");
    async_timer_stop(&taken_back);
    await async_yield();
    puts("main after a turn");
    await async_sleep(5);
    puts("main at the end");
    return 0;
}
