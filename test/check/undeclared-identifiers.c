// Undeclared names and wrong members inside async functions are reported at their own line and column.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
struct s { int x; };
async int give(int x) { return x; }
async int main(void)
{
    struct s s = { 0 };
    int a = await give(1) + undeclared_one;
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:29: error: {{.*}}'undeclared_one'
    await give(undeclared_two);
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:16: error: {{.*}}'undeclared_two'
    a += s.missing;
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:12: error: {{.*}}'missing'
    for (int i = 0; i < 3; i++) { await async_yield(); } a += i;
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:63: error: {{.*}}'i'
	tabbed = 1;
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:2: error: {{.*}}'tabbed'
    await not_declared(1);
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:11: error: {{.*}}'not_declared'
    goto nowhere;
    // CHECK: undeclared-identifiers.c:[[#@LINE-1]]:10: error: {{.*}}'nowhere'
    return a;
}
