// ASYNC_EXIT may stand with a semicolon behind it or without, in front of whatever comes next.
// RUN: %build -Wpedantic %s -o %t && %run %t | FileCheck %s
// RUN: %asyncc %s -o - | FileCheck --check-prefix=C %s
#include <async.h>
#include <stdio.h>

static void drop_number(int n) { printf("drop %d\n", n); }
ASYNC_EXIT(int, drop_number)
// C: extern void async__exit_of_0
// C-NOT: {{; *;}}
async int number(int n)
{
    await async_yield();
    return n;
}
async double half(int n)
{
    await async_yield();
    return n / 2.0;
}
async void drop_half(double d)
{
    await async_yield();
    printf("drop %g\n", d);
}
ASYNC_EXIT(double, drop_half);    // with one
ASYNC_EXIT(const char *, puts)
[[maybe_unused]] static const char *name;

async int main(void)
{
    // CHECK: both
    // CHECK-NEXT: drop 0.5
    // CHECK-NEXT: drop 3
    async_with (number(3), half(1)) {
        puts("both");
    }
    return 0;
}
ASYNC_EXIT(long, drop_number)
