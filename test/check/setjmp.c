// setjmp cannot be used in an async function; in plain ones it can.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
#include <setjmp.h>
static jmp_buf place;
int plain(void) { return setjmp(place); }
async int waits(void)
{
    if (setjmp(place))
        // CHECK: setjmp.c:[[#@LINE-1]]:9: error: 'setjmp' cannot
        return 1;
    await async_yield();
    return sigsetjmp(place, 1);
    // CHECK: setjmp.c:[[#@LINE-1]]:12: error: 'sigsetjmp' cannot
    // CHECK: setjmp.c:[[#@LINE-2]]:12: note: return an error, or call a plain function that has the 'sigsetjmp' and the jump to it
}
// CHECK: 2 errors
