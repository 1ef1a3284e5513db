// async_for wants a variable and a generator.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s --implicit-check-not=dependent
#include <async.h>
struct s { int x; };
async int give(void);
async void wrong_stream(int n)
{
    async_for (int i, n)
        ;
    // CHECK: async-for.c:[[#@LINE-2]]:23: error: 'async_for' wants a generator here, and this has type 'int'
    async_for (int i, give())
        ;
    // CHECK: async-for.c:[[#@LINE-2]]:23: error: 'async_for' wants a generator here, and this has type 'future(int)'
    async_for (int i, n(1))
        ;
    // CHECK: async-for.c:[[#@LINE-2]]:24: error: called object type 'int' is not a function or function pointer
}
async void wrong_variable(generator(struct s) g)
{
    async_for (int i, g)
        ;
    // CHECK: async-for.c:[[#@LINE-2]]:{{[0-9]+}}: error: initializing 'int' with an expression of incompatible type 'struct s'
}
void plain(generator(int) g)
{
    async_for (int i, g)
        ;
    // CHECK: async-for.c:[[#@LINE-2]]:5: error: 'async_for' is only allowed in an async function
}
async void jumps(generator(int) g, int n)
{
    goto inside;
    // CHECK: async-for.c:[[#@LINE-1]]:5: error: 'goto' cannot jump into the statement of 'async_for'
    async_for (int i, g)
    inside:
        n += i;
}
