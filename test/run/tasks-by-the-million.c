// A million tasks at once, and a million in one gather.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// REQUIRES: O2, plain
// CHECK: {{^}}499999500000
// CHECK-NEXT: {{^}}499999500000
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
static async int work(int n) { await async_sleep(n % 10 * 0.001); return n; }
async int main(void)
{
    enum { N = 1000000 };
    future(int) *t = malloc(N * sizeof *t);
    for (int i = 0; i < N; i++)
        t[i] = async_create_task(work(i));
    long sum = 0;
    for (int i = 0; i < N; i++)
        sum += await t[i];
    printf("%ld\n", sum);
    int *results = malloc(N * sizeof *results);
    for (int i = 0; i < N; i++)
        t[i] = work(i);
    await async_gather_array(t, N, results);
    sum = 0;
    for (int i = 0; i < N; i++)
        sum += results[i];
    printf("%ld\n", sum);
    free(t); free(results);
}
