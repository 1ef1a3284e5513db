// A generator that nobody keeps is warned of.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async generator(int) numbers(void)
{
    yield 1;
}
async int main(void)
{
    numbers();
    // CHECK: dropped-generators.c:[[#@LINE-1]]:5: warning: this generator is lost: nobody will ask for its values, or close it [-Wlost-handle]
    async_as_completed(async_yield());
    // CHECK: dropped-generators.c:[[#@LINE-1]]:5: warning: this generator is lost: nobody will ask for its values, or close it [-Wlost-handle]
    // CHECK-NOT: warning:
    (void)numbers;
    return 0;
}
