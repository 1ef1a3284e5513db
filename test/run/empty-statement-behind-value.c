// An empty statement at the end of a statement expression does not take its value away.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int main(void)
{
    int a = ({ int t = await give(4); t * t; ; });
    future(int) f = ({ puts("made"); give(a); ; });
    // CHECK: made
    // CHECK-NEXT: 16
    printf("%d\n", await f);
    return 0;
}
