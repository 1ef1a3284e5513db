// A plain main runs async functions with async_run, several times, and gets their values.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct big { long a[4]; };
async int number(int n) { await async_sleep(0.001); return n; }
async struct big big(long n) { await async_yield(); return (struct big){ { n } }; }
async void nothing(void) { await async_yield(); puts("nothing"); }
async int at_once(int n) { return n; }

int main(void)
{
    int x = async_run(number(1));
    printf("%d %ld %d\n", x, async_run(big(2)).a[0], async_run(at_once(3)));
    async_run(nothing());
    int v = 0;
    int error = async_try_run(number(5), &v);
    printf("%d %d\n", error, v);
    return async_run(at_once(0));
}
// CHECK: {{^}}1 2 3
// CHECK-NEXT: {{^}}nothing
// CHECK-NEXT: {{^}}0 5
