// A type of variable length is named anew at each use, so nothing in the expression that gives it may do something.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

async int main(void)
{
    int n = 3, i = 0;
    int v[n][n];
    v[0][0] = 1;
    // CHECK: :[[@LINE+1]]:5: error: the expression that gives 'row' its type of variable length has effects, and would be evaluated again at each use; take them out of it
    typeof(v[i++]) row;
    row[1] = 2;
    // CHECK: :[[@LINE+1]]:10: error: the expression that gives 'next' its type of variable length has effects
    auto next = &v[++i];
    typeof(v[i]) fine;
    await async_yield();
    i++;
    // CHECK-NOT: error:
    return row[1] + (*next)[0] + (int)sizeof fine;
}
