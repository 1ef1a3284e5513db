// One thread does its jobs in the order in which they came, and their values go to who waits for them.
// RUN: %build %s -o %t && env ASYNC_THREADS=1 %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int job(void *number)
{
    printf("job %d\n", *(int *)number);
    return *(int *)number * 10;
}

async int main(void)
{
    int numbers[] = { 1, 2, 3 };
    // CHECK: job 1
    // CHECK-NEXT: job 2
    // CHECK-NEXT: job 3
    // CHECK-NEXT: 10 20 30
    future(int) jobs[3] = { async_start(async_to_thread(job, &numbers[0])), async_start(async_to_thread(job, &numbers[1])),
                            async_start(async_to_thread(job, &numbers[2])) };
    int values[3];
    await async_gather_array(jobs, 3, values);
    printf("%d %d %d\n", values[0], values[1], values[2]);
    return 0;
}
