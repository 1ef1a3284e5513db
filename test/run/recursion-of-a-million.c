// Recursion a million deep, suspended and not, on a C stack of 8 MiB; and cancelled down there.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// REQUIRES: O2
// CHECK: {{^}}1000000
// CHECK-NEXT: {{^}}1000000
// CHECK-NEXT: {{^}}1000000
// CHECK-NEXT: {{^}}-125
#include <async.h>
#include <stdio.h>

static async long depth(long n, bool suspends)
{
    if (n == 0) {
        if (suspends)
            await async_yield();
        return 0;
    }
    return 1 + await depth(n - 1, suspends);
}
struct big { long a[4]; };
static async struct big large(long n)
{
    char pad[40] = "x";
    if (n == 0) { await async_sleep(0.001); return (struct big){{0}}; }
    struct big b = await large(n - 1);
    b.a[0] += pad[0] == 'x';
    return b;
}

async int main(void)
{
    printf("%ld\n", await depth(1000000, false));
    printf("%ld\n", await depth(1000000, true));
    struct big b = await large(1000000);
    printf("%ld\n", b.a[0]);
    future(long) t = async_create_task(depth(1000000, true));
    async_cancel(t);
    long v;
    printf("%d\n", await async_join(t, &v));
}
