// gather of an array whose size is known at run time stores every value in its place.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async double square(int n) { await async_sleep(0.001 * (5 - n)); return n * n; }
async void count(int *p) { await async_yield(); ++*p; }

async int main(void)
{
    future(double) f[5];
    double values[5];
    for (int i = 0; i < 5; i++)
        f[i] = square(i);
    await async_gather_array(f, 5, values);
    for (int i = 0; i < 5; i++)
        printf("%.0f ", values[i]);
    int n = 0;
    future(void) v[3];
    for (int i = 0; i < 3; i++)
        v[i] = count(&n);
    await async_gather_array(v, 3, nullptr);
    printf("%d\n", n);
}
// CHECK: {{^}}0 1 4 9 16 3
