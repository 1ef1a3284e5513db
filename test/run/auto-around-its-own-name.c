// An inner variable of the same name, in what our macros repeat of the initializer, is not the one that is declared.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int same(int n) { await async_yield(); return n; }

async int main(void)
{
    // CHECK: 8
    int r = ({
        __auto_type task = same(1 + await async_create_task(same(({ __auto_type task = same(3); await task; }) + 4)));
        await async_yield();
        await task;
    });
    printf("%d\n", r);
    return 0;
}
