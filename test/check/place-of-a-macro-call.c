// A message about what a macro gives stands at the macro's name.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
async int main(void)
{
    // CHECK: [[#@LINE+1]]:5: warning: the handle of this task is lost [-Wlost-handle]
    async_create_task(give(2));
    // CHECK: [[#@LINE+1]]:26: warning: the handle of this task is lost [-Wlost-handle]
    await async_yield(); async_start(give(2));
    return 0;
}
