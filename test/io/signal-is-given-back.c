// When the last loop that took a signal over has closed, it is again what it was before; what nobody has taken is dropped.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <signal.h>
#include <stdio.h>

static volatile sig_atomic_t mine;

static void on_signal(int number)
{
    (void)number;
    mine++;
}

static void send(void)
{
    int before = mine;
    raise(SIGUSR1);
    printf("%s\n", mine > before ? "mine" : "lost");
}

static async int take(void)
{
    future(int) f = async_start(async_signal(SIGUSR1));
    await async_yield();
    await async_yield();
    raise(SIGUSR1);
    int error = await f;
    raise(SIGUSR1);
    return error;
}

int main(void)
{
    signal(SIGUSR1, on_signal);
    // CHECK: mine
    send();
    // CHECK-NEXT: taken 0
    printf("taken %d\n", async_run(take()));
    // CHECK-NEXT: mine
    send();
    // CHECK-NEXT: taken 0
    printf("taken %d\n", async_run(take()));
    // CHECK-NEXT: mine
    send();
    return 0;
}
