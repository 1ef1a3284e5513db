// An event wakes those that still wait for it; who was cancelled, or had a deadline, is not among them.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/event-whose-waiter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_event event = ASYNC_EVENT_INIT;

async void wait_for(int number)
{
    defer printf("%d ends\n", number);
    await async_event_wait(&event);
    printf("%d goes on\n", number);
}

async int main(void)
{
    auto first = async_create_task(wait_for(1));
    auto second = async_create_task(wait_for(2));
    auto third = async_create_task(wait_for(3));
    await async_sleep(1);
    async_cancel(second);
    async_timeout (1) {
        await async_event_wait(&event);
        puts("never here");
    } else {
        puts("too late");
    }
    async_event_set(&event);
    await first;
    await third;
    puts(async_cancelled(second) ? "cancelled" : "ended");
    async_release(second);
    return 0;
}
