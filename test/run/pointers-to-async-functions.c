// Async functions through pointers: in variables, structs, arrays, parameters, typedefs, results.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int f(int x) { await async_yield(); return x; }
async int g(int x) { return x * 10; }
async void done(int *p) { await async_yield(); ++*p; }
typedef async int handler_fn(int);
typedef future(int) (*handler)(int);
struct table { const char *name; future(int) (*call)(int); handler_fn *other; };
static const struct table table[] = { { "f", f, g }, { "g", g, f } };
async int apply(future(int) (*h)(int), int x) { return await h(x) + 1; }
async int apply_fn(handler_fn h, int x) { return await h(x) + 2; }
async handler_fn *choose(int i) { await async_yield(); return i ? f : g; }
static handler plain_choose(int i) { return i ? f : g; }
handler_fn declared;
async int declared(int x) { return await f(x) - 1; }

async int main(void)
{
    future(int) (*p)(int) = f;
    handler h = g, hs[2] = { f, g };
    handler_fn *fn = &f;
    future(void) (*v)(int *) = done;
    printf("%d %d %d %d\n", await p(1), await h(2), await fn(3), await (*p)(4));
    printf("%d %d\n", await hs[0](5), await hs[1](6));
    for (int i = 0; i < 2; i++)
        printf("%s %d %d\n", table[i].name, await table[i].call(7), await table[i].other(8));
    printf("%d %d\n", await apply(f, 9), await apply_fn(g, 1));
    printf("%d %d\n", await (await choose(1))(11), await plain_choose(0)(12));
    int n = 0;
    await v(&n);
    p = g;
    printf("%d %d %d\n", n, await p(3), await declared(4));
    printf("%d %d\n", p == g, h != f);
}
// CHECK: {{^}}1 20 3 4
// CHECK-NEXT: {{^}}5 60
// CHECK-NEXT: {{^}}f 7 80
// CHECK-NEXT: {{^}}g 70 8
// CHECK-NEXT: {{^}}10 12
// CHECK-NEXT: {{^}}11 120
// CHECK-NEXT: {{^}}1 30 3
// CHECK-NEXT: {{^}}1 1
