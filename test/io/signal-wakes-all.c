// A signal wakes all tasks that wait for it, and none that waits for another; one that has been stopped takes nothing.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <signal.h>
#include <stdio.h>

static async void waiter(const char *name, int number)
{
    int error = await async_signal(number);
    printf("%s %d\n", name, error);
}

async int main(void)
{
    future(void) one = async_start(waiter("one", SIGUSR1)), two = async_start(waiter("two", SIGUSR1));
    future(void) other = async_start(waiter("other", SIGUSR2)), stopped = async_start(waiter("stopped", SIGUSR1));
    await async_yield();
    await async_yield();
    async_cancel(stopped);
    raise(SIGUSR1);
    // CHECK-NOT: stopped
    // CHECK-DAG: one 0
    // CHECK-DAG: two 0
    await one;
    await two;
    // CHECK: other waits 1
    printf("other waits %d\n", !async_done(other));
    raise(SIGUSR2);
    // CHECK-NEXT: other 0
    await other;
    async_release(stopped);
    return 0;
}
