// A mistake in an entry is said where it is; the entries behind it and the statement are none the worse for it.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

struct session { int n; };
async struct session *session_open(int n);
async void session_close(struct session *s);
ASYNC_EXIT(struct session *, session_close);

async void f(void)
{
    // CHECK: [[#@LINE+1]]:34: error: use of undeclared identifier 'unknown'
    async_with (session_open(1), unknown, session_open(2))
        await async_yield();
    // CHECK: [[#@LINE+1]]:59: error: use of undeclared identifier 'second'
    async_with (struct session *first = session_open(1), *second = session_open(2)) {
        await async_yield();
    }
    // CHECK: [[#@LINE+1]]:34: error: expected expression
    async_with (session_open(1), return)
        await async_yield();
}

// CHECK: 3 errors generated
