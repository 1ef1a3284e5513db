// A va_list does not outlive the function that has the arguments.
// RUN: %asyncc gcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc gcc -Wno-va-list-parameter -c %s -o %t.o 2>&1 | count 0
#include <async.h>
#include <stdarg.h>
async int first(va_list list)
{
    // CHECK: va-list-parameter.c:[[#@LINE-2]]:25: warning: 'list' is gone when {{.*}} [-Wva-list-parameter]
    await async_yield();
    return va_arg(list, int);
}
// CHECK-NOT: warning:
async char *last(char *list[1]) { await async_yield(); return list[0]; }
