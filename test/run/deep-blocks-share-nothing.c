// Blocks that are deeper inside each other than unions are made for keep their variables apart, beside others that are as deep.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#define IN(n) { int v##n = ++number; await async_yield(); sum += v##n;
#define OUT(n) sum += v##n; }
#define ALL(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9) DO(10) DO(11) DO(12) DO(13) DO(14) DO(15) DO(16) DO(17) DO(18) DO(19) \
    DO(20) DO(21) DO(22) DO(23) DO(24) DO(25) DO(26) DO(27) DO(28) DO(29) DO(30) DO(31) DO(32) DO(33) DO(34) DO(35) DO(36) DO(37) DO(38) DO(39)
#define BACK(DO) DO(39) DO(38) DO(37) DO(36) DO(35) DO(34) DO(33) DO(32) DO(31) DO(30) DO(29) DO(28) DO(27) DO(26) DO(25) DO(24) DO(23) DO(22) DO(21) \
    DO(20) DO(19) DO(18) DO(17) DO(16) DO(15) DO(14) DO(13) DO(12) DO(11) DO(10) DO(9) DO(8) DO(7) DO(6) DO(5) DO(4) DO(3) DO(2) DO(1) DO(0)

async int main(void)
{
    int number = 0, sum = 0;
    ALL(IN) BACK(OUT)
    printf("%d\n", sum);
    // CHECK: 1640
    {
        ALL(IN) BACK(OUT)
        int behind = 7;
        await async_yield();
        sum += behind;
        { int inner = 3; await async_yield(); sum += behind + inner; }
    }
    printf("%d\n", sum);
    // CHECK-NEXT: 6497
    return 0;
}
