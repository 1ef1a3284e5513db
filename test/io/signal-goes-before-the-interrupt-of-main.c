// async_signal(SIGINT) takes SIGINT over from main, and main ends as if there had been none.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <signal.h>
#include <stdio.h>

async int main(void)
{
    future(int) interrupt = async_start(async_signal(SIGINT));
    await async_yield();
    await async_yield();
    for (int i = 0; i < 2; i++) {
        raise(SIGINT);
        // CHECK: interrupt 0
        // CHECK-NEXT: interrupt 0
        printf("interrupt %d\n", await interrupt);
        interrupt = async_start(async_signal(SIGINT));
        await async_yield();
    }
    async_release(interrupt);
    // CHECK-NEXT: end
    printf("end\n");
    return 0;
}
