// A function that should give a value and may not: said once, by every compiler where its flags ask for it, whatever headers say.
// RUN: %asyncc clang-19 -Wall -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc gcc -Wall -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: not %asyncc gcc -Werror=return-type -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=ERROR
// ERROR: error: non-void function
// RUN: %asyncc gcc -Wno-return-type -c %s -o %t.o 2>&1 | count 0
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
async int never(void)
{
    await async_yield();
    // CHECK: no-return.c:[[#@LINE+1]]:1: warning: non-void function does not return a value [-Wreturn-type]
}
async int sometimes(int n)
{
    if (n)
        return n;
    await async_yield();
    // CHECK: no-return.c:[[#@LINE+1]]:1: warning: non-void function does not return a value in all control paths [-Wreturn-type]
}
async int always(int n)
{
    for (;;)
        if (n-- < 0)
            return n;
        else
            await async_yield();
}
async int dead(int n)
{
    return n;
    await async_yield();
}
async int main(void) { await never(); }
