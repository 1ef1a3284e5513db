// gcc only warns of some things that are errors to clang: asyncc leaves them to the compiler.
// RUN: %asyncc gcc -std=gnu17 %s -o %t 2>&1 | FileCheck %s
// RUN: %run %t
// RUN: not %asyncc clang-19 -std=gnu17 %s -o %t.clang 2>&1 | FileCheck %s --check-prefix=CLANG
#include <async.h>

int (*pointer)(int);
int take(char *text) { return text == 0; }

async int main(void)
{
    await async_yield();
    // CHECK-NOT: error:
    // CHECK: warning: implicit declaration of function
    int a = later(3);
    // CHECK: warning: initialization of {{.*}} makes pointer from integer
    // CLANG: error: incompatible integer to pointer conversion
    char *p = a - 3;
    // CHECK: warning: assignment to
    // CLANG: error: incompatible function pointer types
    pointer = take;
    return take(p) - 1;
}

int later(int n) { return n; }
