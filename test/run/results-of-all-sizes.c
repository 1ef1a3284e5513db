// Results of 0 to 1,000 bytes: void, structs, pointers, arrays in structs, functions.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

#define SIZED(n) struct s##n { char b[n]; }; async struct s##n f##n(int x) { struct s##n s = { { (char)x } }; await async_yield(); s.b[n - 1] = (char)(x + 1); return s; } \
    async struct s##n now##n(int x) { struct s##n s = { { (char)x } }; s.b[n - 1] = (char)(x + 1); return s; }
SIZED(1) SIZED(2) SIZED(3) SIZED(4) SIZED(5) SIZED(7) SIZED(8) SIZED(9) SIZED(12) SIZED(16) SIZED(17) SIZED(31) SIZED(1000)
struct none {};
async struct none nothing(int *p) { await async_yield(); *p = 1; return (struct none){}; }
async void *pointer(void *p) { await async_yield(); return p; }
async void quiet(void) {}
struct fl { float a, b; };
struct mix { double d; int i; };
async struct fl floats(float x) { await async_yield(); return (struct fl){ x, x + 1 }; }
async struct mix mixed(int x) { await async_yield(); return (struct mix){ x, x + 1 }; }
static int add(int a, int b) { return a + b; }
async int (*function(void))(int, int) { await async_yield(); return add; }
async int (*array(int (*a)[3]))[3] { await async_yield(); return a; }

async int main(void)
{
#define SHOW(n) printf("%d%d%d%d ", (await f##n(1)).b[0], (await f##n(2)).b[n - 1], (await now##n(3)).b[0], (await now##n(4)).b[n - 1])
    SHOW(1); SHOW(2); SHOW(3); SHOW(4); SHOW(5); SHOW(7); SHOW(8); puts("");
    SHOW(9); SHOW(12); SHOW(16); SHOW(17); SHOW(31); SHOW(1000); puts("");
    struct s1000 s = await f1000(5), t = s;
    int done = 0, a[3] = { 1, 2, 3 };
    (void)await nothing(&done);
    struct none none = await nothing(&done);
    (void)none;
    await quiet();
    struct fl fl = await floats(1.5f);
    struct mix mix = await mixed(3);
    printf("%d %d %d %d\n", t.b[999], t.b[0], done, await pointer(&done) == &done);
    printf("%.1f %.1f %.1f %d %d %d\n", (double)fl.a, (double)fl.b, mix.d, mix.i, (await function())(2, 3), (*await array(&a))[2]);
    await f1000(1);
    await f9(1);
    await pointer(0);
}
// CHECK: {{^}}2345 1335 1335 1335 1335 1335 1335
// CHECK-NEXT: {{^}}1335 1335 1335 1335 1335 1335
// CHECK-NEXT: {{^}}6 5 1 1
// CHECK-NEXT: {{^}}1.5 2.5 3.0 4 5 3
