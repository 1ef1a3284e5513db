// What a comment says inside of an await's operands stays out of the way.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
async int add(int a, int b) { return a + b; }
async int main(void)
{
    int x = await add(1, // first
                      /* second
                         line */ 2) +
            await add(3, 4); // the end
    /* what
       follows */
    printf("%d\n", x); // CHECK: 10
    return x > 3 // really
               ? 0 : 1;
}
