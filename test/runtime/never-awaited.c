// In debug mode the loop's close names each coroutine object that nobody used, and the line that made it.
// RUN: %cc %s -o %t %libs && env ASYNC_DEBUG=1 %t 2>&1 | FileCheck %s

#include "Inputs/coro.h"

static void *made[3];

SCRIPT(script, int unused;)
{
    SCRIPT_BEGIN(script)
    made[0] = async__made(mycoro(1, 1), "file.c:12");
    made[1] = async_sleep(1);
    made[2] = mycoro(2, 0);
    AWAIT(async_take(made[2]))
    made[2] = mycoro(2, 0);
    async_release((future(int))made[2]);
    RETURN_VOID;
    END;
}

int main(void)
{
    // CHECK-NOT: awaited
    // CHECK: file.c:12: coroutine 'mycoro' was never awaited
    // CHECK-NEXT: coroutine 'async_sleep' was never awaited
    // CHECK-NOT: awaited
    async_run(script());
    fprintf(stderr, "second\n");
    // CHECK: second
    // CHECK: coro.h:{{[0-9]+}}: coroutine 'mycoro' was never awaited
    // CHECK-NOT: awaited
    void *early = mycoro(3, 0);
    async_run(async_sleep(0));
    async_release((future(int))made[0]);
    async_release((future(void))made[1]);
    fflush(stdout);
    return early == NULL;
}
