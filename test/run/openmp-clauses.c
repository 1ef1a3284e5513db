// Clauses of OpenMP read variables behind an await, whatever those are called in the output.
// REQUIRES: gcc
// RUN: %build -fopenmp %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int id(int n)
{
    await async_yield();
    return n;
}

async int main(void)
{
    int n = await id(3), used = 0, in_frame = 5, *p = &in_frame;
    await id(1);
#pragma omp parallel num_threads(n) reduction(+ : used)
    used++;
    // CHECK: saved 3
    printf("saved %d\n", used);
    {
        int n = await id(2), used = 0;
        await id(1);
#pragma omp parallel num_threads ( n ) reduction(+:used)
        used++;
        // CHECK-NEXT: hidden 2
        printf("hidden %d\n", used);
        await id(used);
    }
    {
        int sum = 0;
#pragma omp parallel for num_threads(in_frame) schedule(dynamic, in_frame) reduction(+:sum)
        for (int i = 0; i < 100; i++)
            sum += i;
        used = sum;
    }
    await id(0);
    // CHECK-NEXT: in frame 4950
    printf("in frame %d\n", used + *p - in_frame);
    return 0;
}
