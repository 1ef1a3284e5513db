// SIGINT is main's affair: async_run in a C main leaves it as it is.
// RUN: %build %s -o %t && /usr/bin/python3 %S/../Inputs/ended-by.py %t | FileCheck %s
#include <async.h>
#include <signal.h>
#include <stdio.h>

static async void work(void)
{
    defer {
        printf("never\n");
        fflush(stdout);
    }
    raise(SIGINT);
    await async_sleep(3600);
}

int main(void)
{
    // CHECK-NOT: never
    // CHECK: ended by SIGINT
    async_run(work());
    return 0;
}
