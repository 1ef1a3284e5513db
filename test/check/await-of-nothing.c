// An await that has lost its operand is no undeclared name.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

async int main(void)
{
    // CHECK: :[[@LINE+1]]:5: error: 'await' is followed by nothing to wait for; it takes a call of an async function, a future or a task
    await;
    // CHECK: :[[@LINE+1]]:12: error: 'await' is followed by nothing
    return await;
}
