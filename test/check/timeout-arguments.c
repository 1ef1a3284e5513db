// The duration is a number.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

async void f(char *text, struct async_timer t)
{
    // CHECK: [[#@LINE+1]]:20: error: passing 'char *' to parameter of incompatible type 'double'
    async_timeout (text)
        await async_yield();
    // CHECK-NOT: note:
    // CHECK: [[#@LINE+1]]:20: error: passing 'struct async_timer' to parameter of incompatible type 'double'
    async_timeout (t)
        await async_yield();
    // CHECK: [[#@LINE+2]]:9: error: 'break' statement not in loop or switch statement
    async_timeout (1)
        break;
}
