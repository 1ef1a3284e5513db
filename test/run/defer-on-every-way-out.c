// Deferred statements run in reverse order, whichever way their scope is left, and may await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async void say(const char *what, int n)
{
    await async_yield();
    printf("%s%d ", what, n);
}

async int leave(int how)
{
    defer await say("a", how);
    defer { printf("b%d ", how); }
    if (how == 0)
        return how + 10;
    for (int i = 0; i < 3; i++) {
        defer await say("i", i);
        if (i == 1 && how == 1)
            continue;
        if (i == 1 && how == 2)
            break;
        if (i == 1 && how == 3)
            goto out;
        if (i == 1 && how == 4) {
            defer { defer await say("in", 1); await say("out", 2); }
            return how;
        }
        await say("-", i);
    }
    printf("end ");
    return 7;
out:
    printf("out ");
    return 8;
}

async void jumps_inside(void)
{
    int n = 0;
    defer {
        for (int i = 0; i < 9; i++) {
            await say("n", n);
            if (i == 1)
                continue;
            if (++n == 3)
                break;
        }
    again:
        await say("m", n);
        if (n++ < 4)
            goto again;
        puts("");
    }
    await say("first", n);
}

async int main(void)
{
    for (int how = 0; how < 5; how++)
        printf("= %d\n", await leave(how));
    // CHECK: b0 a0 = 10
    // CHECK-NEXT: -0 i0 i1 -2 i2 end b1 a1 = 7
    // CHECK-NEXT: -0 i0 i1 end b2 a2 = 7
    // CHECK-NEXT: -0 i0 i1 out b3 a3 = 8
    // CHECK-NEXT: -0 i0 out2 in1 i1 b4 a4 = 4
    // CHECK-NEXT: first0 n0 n1 n1 n2 m3 m4
    await jumps_inside();
    return 0;
}
