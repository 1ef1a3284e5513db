// A wrong pointer given to an async function is a warning where the compiler only warns.
// RUN: %asyncc gcc -std=gnu17 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -std=gnu17 -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>

async int take(int *p)
{
    await async_yield();
    return *p;
}

async int give(float *f)
{
    // CHECK-NOT: error
    // CHECK: :[[#@LINE+1]]:{{.*}} warning: {{.*}} pointer type
    return await take(f);
}
