// Recursion is bounded by memory, not by the C stack: 1,000,000 calls deep, with and without a suspension.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async long suspends(long n) { if (n == 0) { await async_yield(); return 0; } return 1 + await suspends(n - 1); }
async long never(long n) { if (n == 0) return 0; return 1 + await never(n - 1); }
async long always(long n) { await async_yield(); if (n == 0) return 0; return 1 + await always(n - 1); }
async long array(long n) { long a[2] = { n, 1 }; return n ? a[1] + await array(n - 1) : a[0]; }
struct big { long a[4]; };
async struct big large(long n) { if (n == 0) return (struct big){ { 0, 1, 2, 3 } }; struct big b = await large(n - 1); b.a[0]++; return b; }
async long pointer(long n, future(long) (*f)(long)) { if (n == 0) return await f(10); return 1 + await pointer(n - 1, f); }
async long odd(long n);
async long even(long n) { return n == 0 ? 1 : await odd(n - 1); }
async long odd(long n) { return n == 0 ? 0 : await even(n - 1); }

async int main(void)
{
    printf("%ld\n", await suspends(1000000));
    printf("%ld\n", await never(1000000));
    printf("%ld\n", await always(300000));
    printf("%ld\n", await array(300000));
    printf("%ld\n", (await large(300000)).a[0]);
    printf("%ld\n", await pointer(300000, never));
    printf("%ld\n", await even(1000000));
}
// CHECK: {{^}}1000000
// CHECK-NEXT: {{^}}1000000
// CHECK-NEXT: {{^}}300000
// CHECK-NEXT: {{^}}300000
// CHECK-NEXT: {{^}}300000
// CHECK-NEXT: {{^}}300010
// CHECK-NEXT: {{^}}1
