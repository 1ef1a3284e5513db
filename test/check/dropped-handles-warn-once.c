// A dropped task or gather: one warning, ours, and none of the compiler's about what the macro stands for.
// RUN: %asyncc gcc -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc clang-19 -Wall -Wextra -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %asyncc -Wno-never-awaited -Wno-lost-handle %s -o %t.c && %cc -fsyntax-only %t.c
// RUN: %asyncc clang-19 -Wall -Wextra -Werror -Wno-never-awaited -Wno-lost-handle -c %s -o %t.o
#include <async.h>
async int give(int x);

void plain(void)
{
    async_start(give(1));
    // CHECK: dropped-handles-warn-once.c:[[#@LINE-1]]:5: warning: the handle of this task is lost [-Wlost-handle]
}

async int main(void)
{
    if (await give(1))
        async_create_task(give(2));
        // CHECK: dropped-handles-warn-once.c:[[#@LINE-1]]:9: warning: the handle of this task is lost [-Wlost-handle]
    async_create_task(give(await give(3)));
    // CHECK: dropped-handles-warn-once.c:[[#@LINE-1]]:5: warning: the handle of this task is lost [-Wlost-handle]
    async_gather(give(4), give(5));
    // CHECK: dropped-handles-warn-once.c:[[#@LINE-1]]:5: warning: this future is never awaited [-Wnever-awaited]
    return 0;
}
// CHECK: 4 warnings generated.
// CHECK-NOT: warning
