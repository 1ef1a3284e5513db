// What compilers find useless in plain C they find useless beside an await, and no more than that.
// RUN: %asyncc gcc -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=GCC --implicit-check-not=warning:
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=CLANG --implicit-check-not=warning:
#include <async.h>

async int id(int n)
{
    await async_yield();
    return n;
}

async int main(void)
{
    int x = await id(0);
    // GCC: [[#@LINE+1]]:17: warning: value computed is not used [-Wunused-value]
    await id(1) && x;
    await id(1) && (x = 0);
    // CLANG-DAG: [[#@LINE+1]]:23: warning: expression result unused [-Wunused-value]
    await id(1) ? x : 1;
    await id(1) ? x : await id(2);
    await id(1) ? (void)x : (void)1;
    // GCC: [[#@LINE+1]]:24: warning: suggest braces around empty body in an {{.*}} statement [-Wempty-body]
    if (await id(x + 2));
    if (await id(3)) {
    }
    if (await id(0))
        x++;
    else
        x--;
        x++;
    // CLANG-DAG: [[#@LINE-1]]:9: warning: misleading indentation
    return x;
}

// CLANG: 2 warnings generated
