// Variadic async functions are an error at the dots.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int logs(const char *format, ...)
// CHECK: variadic.c:[[#@LINE-1]]:36: error: {{.*}}variadic
{
    return format[0];
}
async int declared(int, ...);
// CHECK: variadic.c:[[#@LINE-1]]:25: error: {{.*}}variadic
