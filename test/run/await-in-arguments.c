// Arguments await; everything in the call is evaluated from left to right.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static int say(int x) { printf("[%d]", x); return x; }
async int give(int x) { printf("<%d>", x); await async_yield(); return x; }

static int sum(int a, int b, int c, double d) { printf(" "); return a + b * 10 + c * 100 + (int)d * 1000; }

async int main(void)
{
    int r = sum(say(1), await give(2), say(3), await give(4));
    printf("%d\n", r);
    printf("%d %d %d\n", say(5), await give(6), say(7));
    r = sum(sum(1, await give(1), 1, 1), sum(await give(2), 2, 2, 2), await give(3), 3);
    printf("%d\n", r);
    putchar(await give('x'));
    puts("");
}
// CHECK: {{^}}[1]<2>[3]<4> 4321
// CHECK-NEXT: {{^}}[5]<6>[7]5 6 7
// CHECK-NEXT: {{^}}<1> <2> <3> 26631
// CHECK-NEXT: {{^}}<120>x
