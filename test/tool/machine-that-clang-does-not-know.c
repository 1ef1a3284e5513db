// gcc knows options of the machine that libclang does not. They are gcc's to obey.
// RUN: %asyncc gcc -mfpmath=387 %s -o %t && %run %t
// RUN: not %asyncc gcc -mfpmath=388 %s -o %t 2>&1 | FileCheck %s
// REQUIRES: x86_64
// CHECK: error: {{.*}}388
#include <async.h>

async int main(void)
{
    await async_yield();
    return 0;
}
