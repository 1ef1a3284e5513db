// Labels that __label__ declares are those of their block, also when several have one name; asm goto leads to labels.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#define FIND(list, n, wanted) ({ \
    __label__ found, over; \
    int at, value = wanted; \
    for (at = 0; at < n; at++) \
        if (list[at] == await give(value)) \
            goto found; \
    at = -1; \
    goto over; \
found: \
    at += await give(100); \
over: \
    at; })

async int give(int n) { await async_yield(); return n; }

async int of_the_function(int n)
{
    __label__ here, there;
    void *to = n ? &&here : &&there;
    int kept = await give(n);
    goto *to;
there:
    kept += await give(5);
here:
    return kept + await give(1);
}

async int twice_in_one(int n)
{
    int list[] = { 4, 5, n }, before = await give(1000);
    int sum = FIND(list, 3, 5) + FIND(list, 3, n) + FIND(list, 2, 77);
found:
    if (n-- > 6) {
        sum += before;
        goto found;
    }
    return sum;
}

async int through_asm(int n)
{
    int kept = await give(10), other = await give(20);
#if defined __x86_64__
    __asm__ goto("test %0, %0; jnz %l[nonzero]" : : "r"(n) : "cc" : nonzero);
#else
    if (n)
        goto nonzero;
#endif
    return other + await give(1);
nonzero:
    return kept + await give(2);
}

async int main(void)
{
    printf("%d %d\n", await of_the_function(0), await of_the_function(1));
    // CHECK: 6 2
    printf("%d\n", await twice_in_one(8));
    // CHECK: 2202
    printf("%d %d\n", await through_asm(0), await through_asm(1));
    // CHECK: 21 12
    return 0;
}
