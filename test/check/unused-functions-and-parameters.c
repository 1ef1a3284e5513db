// -Wall and -Wextra speak of unused functions and parameters, as they do in C.
// RUN: %asyncc gcc -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc gcc -Wall -Wno-unused-function -c %s -o %t.o 2>&1 | count 0
// RUN: %asyncc gcc -c %s -o %t.o 2>&1 | count 0
#include <async.h>
static async int unused(void) { return 1; }
// CHECK-DAG: unused-functions-and-parameters.c:[[#@LINE-1]]:18: warning: unused function 'unused' [-Wunused-function]
static async int used(int n) { await async_yield(); return n; }
[[maybe_unused]] static async int maybe(void) { return 1; }
static inline async int for_others(void) { return 1; }
async int parameters(int a, int b, [[maybe_unused]] int c, int d __attribute__((unused)), int)
// CHECK-DAG: unused-functions-and-parameters.c:[[#@LINE-1]]:{{[0-9]+}}: warning: unused parameter 'b' [-Wunused-parameter]
{
    return await used(a);
}
