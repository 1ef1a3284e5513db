// A plain function with `defer` is warned of when it falls off its end, once, and of nothing else.
// RUN: %asyncc gcc -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>
void g(void);

int falls(int n)
{
    defer g();
    if (n)
        return 1;
    // CHECK-COUNT-1: :[[#@LINE+1]]:1: warning: non-void function does not return a value
}
// CHECK-NOT: warning:

int returns(int n)
{
    defer g();
    for (;;) {
        defer g();
        if (n++ > 4)
            return n;
    }
}

void nothing(void)
{
    defer g();
    return;
}
