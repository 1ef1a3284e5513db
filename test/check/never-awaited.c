// A coroutine object that is dropped, or only tested, is a warning; one that is kept, awaited or asked for is none.
// RUN: %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %asyncc -Wno-never-awaited %s -o %t.out.c 2>&1 | count 0
// RUN: not %asyncc -Werror=never-awaited %s -o %t.out.c 2>&1 | FileCheck %s --check-prefix=ERROR
#include <async.h>

async _Bool is_ready(int n)
{
    await async_yield();
    return n > 1;
}

#define LEAVE_IF(condition) if (condition) return 1

struct service {
    future(_Bool) (*is_ready)(int);
};

async int main(void)
{
    struct service s = { is_ready };
    is_ready(1);
    // CHECK: never-awaited.c:[[#@LINE-1]]:5: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
    // ERROR: never-awaited.c:[[#@LINE-2]]:5: error: coroutine 'is_ready' is never awaited [-Werror,-Wnever-awaited]
    defer is_ready(1);
    // CHECK: never-awaited.c:[[#@LINE-1]]:11: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
    if (is_ready(2))
    // CHECK: never-awaited.c:[[#@LINE-1]]:9: warning: coroutine 'is_ready' is never awaited; this tests the future, not its value
        return 1;
    while (!s.is_ready(3))
    // CHECK: never-awaited.c:[[#@LINE-1]]:13: warning: coroutine 'is_ready' is never awaited; this tests
        ;
    LEAVE_IF(is_ready(4) && await is_ready(5));
    // CHECK: never-awaited.c:[[#@LINE-1]]:14: warning: coroutine 'is_ready' is never awaited; this tests
    _Bool b = is_ready(6);
    // CHECK: never-awaited.c:[[#@LINE-1]]:15: warning: coroutine 'is_ready' is never awaited; this tests
    int n = is_ready(7) ? 1 : 2;
    // CHECK: never-awaited.c:[[#@LINE-1]]:13: warning: coroutine 'is_ready' is never awaited; this tests
    for (is_ready(8); n < 0; n++)
    // CHECK: never-awaited.c:[[#@LINE-1]]:10: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
        ;
    future(_Bool) kept = n ? is_ready(9) : is_ready(10);
    if (kept && async_valid(kept))
        async_release(kept);
    is_ready(21), is_ready(22);
    // CHECK: never-awaited.c:[[#@LINE-1]]:5: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
    // CHECK: never-awaited.c:[[#@LINE-2]]:19: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
    n ? is_ready(23) : (n++, is_ready(24));
    // CHECK: never-awaited.c:[[#@LINE-1]]:9: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
    // CHECK: never-awaited.c:[[#@LINE-2]]:30: warning: coroutine 'is_ready' is never awaited [-Wnever-awaited]
    (void)is_ready(25), n++;
    if (sizeof(!is_ready(11)) == 0 || !await is_ready(12) || (await is_ready(13) && b))
        return 2;
    return 0;
}
