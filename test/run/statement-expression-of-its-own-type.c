// The value of a statement expression may be of a type that only its block knows.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int wait_for(int n) { await async_yield(); return n; }
static int first(const int *a) { return a[0]; }

async int main(void)
{
    // CHECK: unnamed: 2 3
    int b = ({ struct { int a, b; } s = { await wait_for(1), 2 }; s; }).b;
    printf("unnamed: %d %d\n", b, ({ struct { int a : 3, b; } s = { await wait_for(3), 2 }; s; }).a);
    // CHECK-NEXT: enumeration: 6
    printf("enumeration: %d\n", 1 + ({ enum { five = 5 } e = five; await wait_for(1); e; }));
    // CHECK-NEXT: array: 2 7
    printf("array: %d ", ({ struct k { int a[2]; } s = { { await wait_for(1), 2 } }; s; }).a[1]);
    printf("%d\n", first(({ struct k { int a[2]; } s = { { await wait_for(7), 2 } }; s; }).a));
    // CHECK-NEXT: pointer: 9
    printf("pointer: %d\n", ({ static struct k { int a; } s; s.a = await wait_for(9); &s; })->a);
    // CHECK-NEXT: constant: 4
    printf("constant: %d\n", ({ struct k { const int a; } s = { await wait_for(4) }; s; }).a);
    // CHECK-NEXT: one in another: 12
    int inner = ({ ({ struct k { int a; } s = { await wait_for(12) }; s; }); }).a;
    printf("one in another: %d\n", inner);
    // CHECK-NEXT: kept: 5 5
    auto kept = ({ struct { long a; char c[3]; } s = { await wait_for(5), "ab" }; s; });
    await async_yield();
    auto again = kept;
    kept.a += await wait_for(0);
    printf("kept: %ld %ld\n", kept.a, again.a);
    return 0;
}
