// 'await f()->m' awaits the member: where that is no future, the error says how the other thing is written.
// RUN: not %asyncc %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
struct node { char *name; struct node *next; future(int) (*start)(int); };
async struct node *of(struct node *node);

// CHECK-NOT: struct async_
// CHECK-NOT: dependent
async int main(void)
{
    struct node *n = await of(nullptr);
    char *s = await of(n)->name;
    // CHECK: await-takes-the-member-too.c:[[#@LINE-1]]:26: error: member reference base type 'future(struct node *)' is not a structure or union; did you forget to await it?
    // CHECK: await-takes-the-member-too.c:[[#@LINE-2]]:15: note: a member of the value is written '(await f())->m'
    s = (await of(n))->name;
    s = await of->name;
    // CHECK: await-takes-the-member-too.c:[[#@LINE-1]]:17: error: member reference base type 'future(struct node *) (struct node *)' is not a structure or union
    s = await n->name;
    // CHECK: await-takes-the-member-too.c:[[#@LINE-1]]:15: error: operand of 'await' is not a future but has type 'char *'
    int x = await n->start;
    // CHECK: await-takes-the-member-too.c:[[#@LINE-1]]:19: error: operand of 'await' is a function, not a future; did you forget to call it?
    return x + await n->start(3);
}
// CHECK: 4 errors generated.
