// A gather or a race that a local still owns when its scope is left by cancellation ends there: what runs of it is cancelled and
// awaited, and what has not begun never does.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual ASYNC_DEBUG=1 %run %t 2>&1 | FileCheck %s
#include <async.h>
#include <stdio.h>

async int child(int seconds)
{
    defer {
        await async_sleep(1);
        printf("%d left at %g\n", seconds, async_loop_time());
    }
    await async_sleep(seconds);
    return seconds;
}

async int never(void) { puts("never"); return 0; }

async int gathered(void)
{
    auto all = async_gather(child(2), child(20), async_gather(child(30)));
    await async_sleep(10);
    auto r = await all;
    return r._0;
}

async int in_an_array(void)
{
    future(int) futures[] = { child(40), child(50) };
    auto all = async_gather_array(futures, 2, nullptr);
    await async_sleep(10);
    await all;
    return 0;
}

async int of_a_race(void)
{
    auto first = async_race(never(), never());          // starts when it is awaited
    await async_sleep(10);
    auto r = await first;
    return r.value;
}

async int of_a_race_of_tasks(void)
{
    auto task = async_create_task(child(60));
    auto first = async_race(task, never());
    await async_sleep(10);
    auto r = await first;
    return r.value;
}

static async void stopped(future(int) f)
{
    auto t = async_create_task(f);
    await async_sleep(5);
    async_cancel(t);
    int reason = await async_join(t, nullptr);
    printf("-- %d at %g\n", reason, async_loop_time());
}

async int main(void)
{
    // CHECK: {{^}}2 left at 3
    // CHECK-DAG: {{^}}20 left at 6
    // CHECK-DAG: {{^}}30 left at 6
    // CHECK: {{^}}-- -125 at 6
    await stopped(gathered());
    // CHECK-DAG: {{^}}40 left at 12
    // CHECK-DAG: {{^}}50 left at 12
    // CHECK: {{^}}-- -125 at 12
    await stopped(in_an_array());
    // CHECK-NEXT: {{^}}-- -125 at 17
    await stopped(of_a_race());
    // CHECK-NEXT: {{^}}60 left at 23
    // CHECK-NEXT: {{^}}-- -125 at 23
    await stopped(of_a_race_of_tasks());
    // CHECK-NOT: {{.}}
    return 0;
}
