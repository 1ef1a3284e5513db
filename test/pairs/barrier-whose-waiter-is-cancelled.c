// Who is cancelled while it waits at a barrier does not count: another one must come.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t > %t.out && %python %S/barrier-whose-waiter-is-cancelled.py | diff - %t.out
#include <async.h>
#include <stdio.h>

static struct async_barrier barrier = ASYNC_BARRIER_INIT(2);

async void arrive(const char *name)
{
    printf("%s comes\n", name);
    defer printf("%s ends\n", name);
    await async_barrier_wait(&barrier);
    await async_sleep(1);
}

async int main(void)
{
    auto first = async_create_task(arrive("first"));
    await async_sleep(1);
    async_cancel(first);
    await async_join(first, nullptr);
    auto second = async_create_task(arrive("second"));
    await async_sleep(1);
    puts(async_done(second) ? "passed alone" : "waits");
    await arrive("third");
    await second;
    return 0;
}
