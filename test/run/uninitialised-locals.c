// Locals that are set only on some ways, or only after an await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

struct s { int a; double b; };
async int give(int x) { await async_yield(); return x; }

async int f(int n)
{
    int a, b;
    struct s s;
    bool flag;
    double d;
    const char *p;
    if (n) {
        a = 1;
        s.a = 5;
        p = "p";
        flag = true;
    }
    await async_yield();
    b = await give(2);
    d = b / 4.0;
    if (n) {
        await async_yield();
        return a + b + s.a + flag + (p[0] == 'p') + (int)(d * 2);
    }
    s.b = await give(3);
    return (int)s.b;
}

async int main(void)
{
    printf("%d %d\n", await f(1), await f(0));
}
// CHECK: {{^}}11 3
