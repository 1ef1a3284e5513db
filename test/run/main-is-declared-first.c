// A prototype of main may stand before its definition.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int main(void);
static async int one(void);

async int main(void)
{
    // CHECK: 1
    printf("%d\n", await one());
    return 0;
}

static async int one(void)
{
    await async_yield();
    return 1;
}
