// The arguments of main may be declared as what a program treats them as.
// RUN: %build %s -o %t && %run %t a b | FileCheck %s
#include <async.h>
#include <stdio.h>

async int main(int argc, const char *const argv[])
{
    await async_yield();
    // CHECK: 3 a b
    printf("%d %s %s\n", argc, argv[1], argv[2]);
    return 0;
}
