// A definition with other sizes than its prototype is warned of once, as in C, and works.
// RUN: not %build %s -o %t 2>&1 | FileCheck --check-prefix=WARNING %s
// RUN: %build -Wno-error %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

// WARNING: {{(vla|array)-parameter}}
// WARNING-NOT: {{(vla|array)-parameter}}
async int last(int n, int a[*]);

async int user(int n, int (*m)[n])
{
    return await last(n, m[0]);
}

async int last(int n, int a[n])
{
    await async_yield();
    return a[n - 1];
}

async int main(void)
{
    int a[3] = { 1, 2, 3 };
    // CHECK: 3 3
    printf("%d ", await user(3, &a));
    future(int) made = last(3, a);
    printf("%d\n", await made);
}
