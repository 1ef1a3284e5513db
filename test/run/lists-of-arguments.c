// A va_list may be a parameter, as long as the function that has the arguments waits for the result.
// RUN: %build -Wno-va-list-parameter %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdarg.h>
#include <stdio.h>

async int sum(int n, va_list list)
{
    int total = 0;
    for (int i = 0; i < n; i++) {
        total += va_arg(list, int);
        await async_yield();
    }
    return total;
}

async int twice(int n, va_list list)
{
    va_list copy;
    va_copy(copy, list);
    int total = await sum(n, list);
    total += await sum(n, copy);
    va_end(copy);
    return total;
}

static int add(int n, ...)
{
    va_list list;
    va_start(list, n);
    int total = async_run(twice(n, list));
    va_end(list);
    return total;
}

int main(void)
{
    printf("%d\n", add(3, 1, 2, 3));
    return 0;
}
// CHECK: {{^}}12
