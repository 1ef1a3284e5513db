// Nothing jumps into a deferred statement, out of it, or past a `defer` into what it covers.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
void g(void);

void f(int n)
{
    // CHECK: [[#@LINE+1]]:5: error: 'goto' cannot jump past a 'defer' into what it covers
    goto over;
    // CHECK: [[#@LINE+1]]:5: note: deferred here
    defer g();
over:
    for (;;) {
        // CHECK: [[#@LINE+1]]:24: error: 'break' cannot leave a deferred statement
        defer { if (n) break; }
        // CHECK: [[#@LINE+1]]:15: error: 'continue' cannot leave a deferred statement
        defer continue;
        // CHECK: [[#@LINE+1]]:17: error: 'return' cannot leave a deferred statement
        defer { return; }
        // CHECK: [[#@LINE+1]]:17: error: 'goto' cannot leave a deferred statement
        defer { goto out; }
        // CHECK-NOT: :[[#@LINE+1]]:
        defer { for (;;) break; inner: n++; if (n) goto inner; }
    }
    // CHECK: [[#@LINE+1]]:5: error: 'goto' cannot jump
    goto inner;
out:
    switch (n) {
        defer g();
    // CHECK: [[#@LINE+1]]:5: error: 'case' cannot jump past a 'defer' into what it covers
    case 1:
        n++;
    }
    switch (n) {
        defer {
            // CHECK: [[#@LINE+1]]:9: error: 'case' cannot jump into a deferred statement
        case 1:
            // CHECK-NOT: :[[#@LINE+1]]:
            switch (n) { case 2: default: n++; }
        }
    }
    {
        // CHECK: [[#@LINE+1]]:17: error: 'goto' cannot leave a deferred statement
        defer { goto end; }
    end:
        n++;
    }
    {
        defer g();
    back:
        // CHECK-NOT: :[[#@LINE+1]]:
        if (n)
            goto back;
    }
}
