// A program that includes <async.h> and uses only its plain functions is translated too.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

static void call(void *loop)
{
    puts("called");
    async_loop_stop(loop);
}

int main(void)
{
    // CHECK: called
    struct async_loop *loop = async_get_event_loop();
    async_call_soon(call, loop);
    async_run_forever(loop);
    async_loop_close(loop);
    return 0;
}
