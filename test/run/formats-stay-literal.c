// Compilers see the formats of printf beside awaits as the user wrote them: no warning is lost or gained.
// RUN: %build -Wformat=2 %s -o %t && %run %t | FileCheck %s
// RUN: not %build -DWRONG %s -o %t 2>&1 | FileCheck --check-prefix=WRONG %s
#include <async.h>
#include <stdio.h>

int level = 1;

async int give(int x)
{
    await async_yield();
    return x;
}

async int main(void)
{
    // CHECK: one
    // CHECK-NEXT: 3 is odd
    // CHECK-NEXT: level 5 of 1
    // CHECK-NEXT: 4 y
    printf(await give(1) ? "one\n" : "none\n");
    printf((await give(3) % 2 ? "%d is odd\n" : "%d is even\n"), await give(3));
    printf(level ? "level %d of %d\n" : "no level %d %d\n", (level = 0, await give(5)), await give(1));
    printf("%d %s\n", await give(4), await give(0) ? "x" : "y");
    (void)(await give(0) ? (void)printf("never\n") : (void)0);
#ifdef WRONG
    // WRONG: [[#@LINE+1]]:{{.*}}format
    printf("%s\n", await give(1));
    // WRONG: [[#@LINE+1]]:{{.*}}format
    printf(await give(1) ? "%d\n" : "%i\n", 1L);
#endif
}
