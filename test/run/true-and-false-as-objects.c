// `bool`, `true` and `false` may be a typedef and objects of the program.
// RUN: %build -std=gnu17 %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef unsigned char bool;
const bool false = 0;
const bool true = 2;

async bool yes(void)
{
    await async_yield();
    return true;
}

async int main(void)
{
    // CHECK: 2 0
    printf("%d %d\n", await yes(), false);
    return 0;
}
