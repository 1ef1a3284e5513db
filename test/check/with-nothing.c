// async_with awaits something in each of its entries.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

async int number(void);

async int main(void)
{
    // CHECK: :[[#@LINE+1]]:17: error: expected a future to be awaited here
    async_with () { }
    // CHECK: :[[#@LINE+1]]:34: error: expected a future to be awaited here
    async_with (int a = number(),) { }
    return 0;
}
