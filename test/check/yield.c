// Where a yield cannot stand, and what async_for wants.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>

struct s { int x; };

async generator(int) good(void);


async generator(int) bad(future(int) f, generator(struct s) g)
{
    defer {
        yield 1;
        // CHECK: yield.c:[[#@LINE-1]]:9: error: 'yield' cannot stand in a deferred statement
    }
    async_timeout (1)
        yield 2;
        // CHECK: yield.c:[[#@LINE-1]]:9: error: 'yield' cannot stand in the statement of 'async_timeout'
    async_group (h) {
        yield 3;
        // CHECK: yield.c:[[#@LINE-1]]:9: error: 'yield' cannot stand in the statement of 'async_group'
    } else {
        yield 4;
    }
}
