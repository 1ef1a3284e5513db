// gcc knows the prefixes u and U in gnu99 already.
// RUN: %build -std=gnu99 %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int main(void)
{
#ifdef __clang__
    int sum = 'a' + 'b' + 2;
#else
    int sum = ({ await async_yield(); u'a'; }) + (int)U"b"[0] + (int)sizeof u'c';
#endif
    // CHECK: 197
    printf("%d\n", sum);
    return 0;
}
