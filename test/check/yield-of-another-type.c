// What is yielded is converted as by assignment, or refused in the words of the user.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
struct s { int x; };
async generator(struct s) structs(void)
{
    yield 3;
    // CHECK: yield-of-another-type.c:[[#@LINE-1]]:11: error: yielding 'int' from a generator of incompatible type 'struct s'
    yield (struct s){ 3 };
}
async generator(int) numbers(void)
{
    yield 3.0;
    return 3;
    // CHECK: yield-of-another-type.c:[[#@LINE-1]]:5: error: {{.*}}should not return a value
}
async int use(void)
{
    await numbers();
    // CHECK: yield-of-another-type.c:[[#@LINE-1]]:11: error: a generator cannot be awaited; use 'async_next' or 'async_for'
    return 0;
}
