// `extern` before a definition of main says what is so without it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

extern async int main(void)
{
    await async_yield();
    // CHECK: yes
    puts("yes");
    return 0;
}
