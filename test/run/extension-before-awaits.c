// __extension__ in front of what awaits, as macros of headers have it without a blank, changes nothing.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#define CHECKED(x) __extension__({ int checked = (x); if (checked < 0) return checked; checked + 1; })
async int give(int n) { await async_yield(); return n; }
async int uses(int n)
{
    (void)CHECKED(await give(1));
    int a = __extension__(await give(2)), b = CHECKED(await give(n));
    (void)__extension__ await give(3);
    __extension__ await give(4);
    if (__extension__(a == await give(2)) && CHECKED(a))
        return a + b + __extension__ CHECKED(3) * 100;
    return 0;
}
async int main(void)
{
    printf("%d %d\n", await uses(5), await uses(-5));
    return 0;
}
// CHECK: 408 -5
