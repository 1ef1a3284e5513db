// An operator that C has for pointers, on a future that was not awaited: the error says so, not what futures are made of.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
struct node { int value; };
async struct node *make(void);
async struct node give(void);
async int f(int x);
generator(int) count(void);

// CHECK-NOT: struct async_
// CHECK-NOT: pointer
static int plain(future(int) *place)
{
    int x = *f(1);
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:14: error: operand of '*' is a 'future(int)'; did you forget to await it?
    x += make()->value;
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:16: error: member reference base type 'future(struct node *)' is not a structure or union; did you forget to await it?
    x = 1 + f(1);
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:13: error: operand of '+' is a 'future(int)'; did you forget to await it?
    future(int) t = place[0];
    return place[1] == t && !*place ? x : 0;
}

async int main(void)
{
    make()->value;
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:11: error: member reference base type 'future(struct node *)' is not a structure or union; did you forget to await it?
    int x = *f(1);
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:14: error: operand of '*' is a 'future(int)'; did you forget to await it?
    x = f(1)[0];
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:9: error: operand of '[]' is a 'future(int)'; did you forget to await it?
    x = f(1) > 2;
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:9: error: operand of '>' is a 'future(int)'; did you forget to await it?
    if (0 <= f(1))
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:14: error: operand of '<=' is a 'future(int)'; did you forget to await it?
        x = f(2) - f(1);
        // CHECK: operators-of-futures.c:[[#@LINE-1]]:13: error: operand of '-' is a 'future(int)'; did you forget to await it?
    x += f(1);
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:10: error: operand of '+=' is a 'future(int)'; did you forget to await it?
    x = -f(1);
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:9: error: invalid argument type 'future(int)' to unary expression
    x = 2 * f(1);
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:11: error: invalid operands to binary expression ('int' and 'future(int)')
    x = give().value;
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:15: error: member reference base type 'future(struct node)' is not a structure or union; did you forget to await it?
    generator(int) g = count();
    g++;
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:5: error: operand of '++' is a 'generator(int)'
    return x + await *make();
    // CHECK: operators-of-futures.c:[[#@LINE-1]]:23: error: operand of '*' is a 'future(struct node *)'; did you forget to await it?
}
// CHECK: 15 errors generated.
