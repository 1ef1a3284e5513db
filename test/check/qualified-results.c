// Qualifiers on the result of an async function: one warning where compilers would give theirs, at the word in the source.
// RUN: %asyncc gcc -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -Wall -Wignored-qualifiers -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -Wall -Werror -c %s -o %t.o
// RUN: %asyncc gcc -Wall -Wextra -Werror -Wno-ignored-qualifiers -c %s -o %t.o
#include <async.h>
struct s { const int x; };

// CHECK: qualified-results.c:[[#@LINE+1]]:7: warning: 'const' on the result of a function has no effect [-Wignored-qualifiers]
async const int f(void)
{
    const int x = 3;
    await async_yield();
    return x;
}
// CHECK: qualified-results.c:[[#@LINE+1]]:23: warning: 'volatile' on the result
static struct s async volatile g(struct s s)
{
    await async_yield();
    return s;
}
async const char *name(void);
async const int (*table(void))[2];
async int main(void)
{
    const int (*t)[2] = await table();
    return await f() + (await g((struct s){ 1 })).x + *await name() + (*t)[0];
}
// CHECK-NOT: warning:
// CHECK: 2 warnings generated.
// CHECK-NOT: warning
