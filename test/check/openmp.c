// OpenMP names no variable that lives in the frame, copies none, and covers no await.
// RUN: not %asyncc gcc -fopenmp -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error:
// RUN: not %asyncc clang-19 -fopenmp -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error:
// RUN: %asyncc gcc -c %s -o %t.o
#include <async.h>

void look_at(int *);

async int id(int n)
{
    await async_yield();
    return n;
}

async int main(void)
{
    int sum = 0, i;
    look_at(&sum);
    look_at(&i);
    await id(sum);
    // CHECK: [[#@LINE+1]]:1: error: an OpenMP clause cannot name 'sum', which lives in the frame of 'main'
#pragma omp parallel for reduction(+ : sum)
    for (int k = 0; k < 3; k++)
        sum += k;
    // CHECK: [[#@LINE+1]]:1: error: an await would leave the region of this OpenMP directive
#pragma omp parallel
    {
        await id(2);
    }
    // CHECK: [[#@LINE+1]]:1: error: an await would leave the region of this OpenMP directive
#pragma omp parallel for
    for (int k = 0; k < 3; k++)
        await id(k);
    // CHECK: [[#@LINE+1]]:1: error: the variable 'i' of this OpenMP loop lives in the frame of 'main'
#pragma omp parallel for
    for (i = 0; i < 3; i++)
        look_at(0);
    // CHECK: [[#@LINE+1]]:1: error: this OpenMP directive would copy 'sum', which lives in the frame of 'main'
#pragma omp task
    look_at(&sum);
#pragma omp parallel
    {
#pragma omp task
        look_at(&sum);
    }
#pragma omp taskwait
    return await id(sum);
}
