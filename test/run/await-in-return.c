// return awaits: values, expressions, structs, void.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct two { long a, b, c; };
async int give(int x) { await async_yield(); return x; }
async int direct(int x) { return await give(x); }
async long widened(int x) { return await give(x) - 5; }
async double converted(int x) { return await give(x); }
async _Bool truth(int x) { return await give(x); }
async char narrowed(int x) { return (char)await give(x); }
async struct two two(int x) { return (struct two){ await give(x), 2, await give(x + 1) }; }
async struct two passed(int x) { return await two(x); }
async int choice(int x) { return x ? await give(x) : await give(100); }
async void done(int *p) { await give(1); *p = 1; return; }

async int main(void)
{
    printf("%d %ld %.1f %d %d\n", await direct(3), await widened(3), await converted(4), await truth(256), await narrowed(65));
    struct two t = await passed(7);
    printf("%ld %ld %ld\n", t.a, t.b, t.c);
    int n = 0;
    await done(&n);
    printf("%d %d %d\n", await choice(0), await choice(1), n);
    return await give(0);
}
// CHECK: {{^}}3 -2 4.0 1 65
// CHECK-NEXT: {{^}}7 2 8
// CHECK-NEXT: {{^}}100 1 1
