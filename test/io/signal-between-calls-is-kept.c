// A signal that comes while nobody waits is kept for the next who does; several are one.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <signal.h>
#include <stdio.h>

static void send(void *unused)
{
    (void)unused;
    printf("sent\n");
    raise(SIGUSR1);
}

async int main(void)
{
    async_call_later(0.001, send, NULL);
    // CHECK: sent
    // CHECK-NEXT: first 0
    printf("first %d\n", await async_signal(SIGUSR1));
    raise(SIGUSR1);
    raise(SIGUSR1);
    await async_sleep(0.001);
    // CHECK-NEXT: second 0
    printf("second %d\n", await async_signal(SIGUSR1));
    // CHECK-NEXT: third -110
    printf("third %d\n", await async_wait_for(async_signal(SIGUSR1), 0.005, NULL));
    return 0;
}
