// A forgotten await in arguments of printf and in comparisons is an error, and it does not say what futures are made of.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
#include <stdio.h>

struct s { int x; };
async int give(int x) { return x; }
async struct s make(void) { return (struct s){ 0 }; }

static void plain(void)
{
    printf("%d\n", give(1));
    // CHECK: a-future-is-no-number.c:[[#@LINE-1]]:20: error: format specifies type 'int' but the argument has type 'future(int)'
}

async int main(void)
{
    plain();
    printf("%d %s\n", give(1), "");
    // CHECK-NEXT: {{^ .*$}}
    // CHECK-NEXT: {{^ .*$}}
    // CHECK-NEXT: a-future-is-no-number.c:[[#@LINE-3]]:23: error: format specifies type 'int' but the argument has type 'future(int)'
    printf("%d\n", await give(1));
    future(struct s) s = make();
    if (s)
        printf("%p %d\n", (void *)s, (await s).x);
    if (give(1) == 3)
    // CHECK: a-future-is-no-number.c:[[#@LINE-1]]:17: error: comparison of incompatible types ('future(int)' and 'int')
        return 1;
    int x = give(3);
    // CHECK: a-future-is-no-number.c:[[#@LINE-1]]:9: error: incompatible conversion initializing 'int' with an expression of type 'future(int)'
    future(int) f = 3;
    // CHECK: a-future-is-no-number.c:[[#@LINE-1]]:17: error: incompatible conversion initializing 'future(int)' with an expression of type 'int'
    f = make();
    // CHECK: a-future-is-no-number.c:[[#@LINE-1]]:7: error: incompatible types assigning to 'future(int)' from 'future(struct s)'
    return x + await f;
}
// CHECK: 6 errors generated.
