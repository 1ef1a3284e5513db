// An event wakes all that wait for it, in order; who comes later goes straight on, until it is cleared.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/event-that-is-set.py | diff - %t.out
#include <async.h>
#include <stdio.h>

async void wait_for(struct async_event *event, int number)
{
    printf("%d waits\n", number);
    await async_event_wait(event);
    printf("%d goes on\n", number);
}

async int main(void)
{
    struct async_event event = ASYNC_EVENT_INIT;
    auto first = async_create_task(wait_for(&event, 1));
    auto second = async_create_task(wait_for(&event, 2));
    await async_sleep(1);
    puts(async_event_is_set(&event) ? "set" : "not set");
    async_event_set(&event);
    puts(async_event_is_set(&event) ? "set" : "not set");
    await first;
    await second;
    await wait_for(&event, 3);
    async_event_clear(&event);
    auto fourth = async_create_task(wait_for(&event, 4));
    await async_sleep(1);
    // Who waits is woken, also if it is cleared again before it runs.
    async_event_set(&event);
    async_event_clear(&event);
    await fourth;
    puts(async_event_is_set(&event) ? "set" : "not set");
    return 0;
}
