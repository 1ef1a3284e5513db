// What stands in the parentheses of async_with is awaited.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

async int number(void);
static void drop(int n) { (void)n; }
ASYNC_EXIT(int, drop);

async int main(void)
{
    // CHECK: :[[#@LINE+1]]:25: error: operand of 'await' is not a future but has type 'int'
    async_with (int a = 3)
        ;
    // CHECK: :[[#@LINE+1]]:17: error: operand of 'await' is a function, not a future; did you forget to call it?
    async_with (number)
        ;
    return 0;
}

// CHECK: :[[#@LINE+3]]:5: error: 'async_with' is only allowed in an async function
void plain(void)
{
    async_with (int a = number())
        drop(a);
}
