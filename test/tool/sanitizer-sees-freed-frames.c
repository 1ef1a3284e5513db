// Where only the program is built with AddressSanitizer, and the runtime is the installed one, no memory is kept for reuse: it
// sees that a local is used after the end of its function.
// RUN: %asyncc gcc -g -fsanitize=address %s -o %t && not %t 2>&1 | FileCheck %s
// CHECK: ERROR: AddressSanitizer: heap-use-after-free
#include <async.h>

static int *kept;

static async void keep(void)
{
    int local = 3;
    kept = &local;
    await async_yield();
    local++;
}

async int main(void)
{
    await async_create_task(keep());
    return *kept;
}
