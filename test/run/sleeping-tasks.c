// Tasks that sleep wake in the order of their times; the loop runs the others meanwhile.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async void sleeper(int n, double seconds) { await async_sleep(seconds); printf("%d ", n); }

async int main(void)
{
    double start = async_loop_time();
    await async_gather(sleeper(1, 0.05), sleeper(2, 0.01), sleeper(3, 0.03), sleeper(4, 0));
    printf("%d\n", async_loop_time() - start < 0.08);
}
// CHECK: {{^}}4 2 3 1 1
