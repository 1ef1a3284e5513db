// What compilers take for a constant because it is const and has a number is one behind an await too.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x)
{
    await async_yield();
    return x;
}

async int count(int depth)
{
    const int n = 4;
    const double half = 0.5;
    const int seen = 1, kept = depth;       // not all of them are numbers
    const int *p = &seen;
    await give(1);
    static int copy = n + 1;
    static double quarter = half / 2;
    int sum = 0;
    for (const int step = 2; sum < 6; sum += await give(step))
        ;
#ifdef __clang__
    switch (await give(4)) {
    case n: sum++;
    }
    enum { FOUR = n };
#else
    enum { FOUR = 4 };
    sum++;
#endif
    // CHECK: 5 0.25 7 4 1 2
    printf("%d %g %d %d %d %d\n", copy, quarter, sum, FOUR, *p, kept);
    return 0;
}

// Each activation has an object of its own whose address is taken.
async int distinct(const int *outer)
{
    const int here = 1;
    const int *p = &here;
    await give(1);
    return outer ? p != outer : await distinct(p);
}

async int main(void)
{
    await count(2);
    // CHECK: distinct 1
    printf("distinct %d\n", await distinct(nullptr));
}
