// ATOMIC_FLAG_INIT of each compiler's <stdatomic.h> initializes a local.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdatomic.h>
#include <stdio.h>

async int main(void)
{
    atomic_flag flag = ATOMIC_FLAG_INIT;
    await async_yield();
    int first = atomic_flag_test_and_set(&flag), second = atomic_flag_test_and_set(&flag);
    printf("%d %d\n", first, second);
    return 0;
}
// CHECK: {{^}}0 1
