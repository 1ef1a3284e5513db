// Deferred statements and cleanup attributes of one block run in the reverse of their order.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static void clean(int *p)
{
    printf("clean%d ", *p);
}
#define CLEAN __attribute__((cleanup(clean)))

async int waits(void)
{
    int x CLEAN = 1;
    defer printf("d1 ");
    int y CLEAN = 2;
    defer { await async_yield(); printf("d2 "); }
    for (int i = 0; i < 2; i++) {
        int z CLEAN = 10 + i;
        if (i)
            return i;
    }
    return 0;
}

static int plain(void)
{
    int x CLEAN = 1;
    defer printf("d1 ");
    int y CLEAN = 2, z CLEAN = 3;
    defer printf("d2 ");
    {
        int w CLEAN = 4;
        return w;
    }
}

async int main(void)
{
    // CHECK: clean10 clean11 d2 clean2 d1 clean1 = 1
    printf("= %d\n", await waits());
    // CHECK-NEXT: clean4 d2 clean3 clean2 d1 clean1 = 4
    printf("= %d\n", plain());
    return 0;
}
