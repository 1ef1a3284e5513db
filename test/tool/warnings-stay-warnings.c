// What the compiler only warns of is no error of asyncc's.
// RUN: %asyncc gcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -std=gnu17 -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>

const char *text(void);
int take(unsigned *p);

async int length(int *numbers)
{
    await async_yield();
    // CHECK-NOT: error
    // CHECK: :[[#@LINE+1]]:{{.*}} warning: {{.*}} discards
    char *t = text();
    const int *p = numbers;
    // CHECK: :[[#@LINE+1]]:{{.*}} warning: {{.*}} discards
    numbers = p;
    return t[0] + *numbers;
}
