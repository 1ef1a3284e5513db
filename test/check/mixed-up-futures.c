// Mixing up futures of different types, and futures with values, is an error that speaks of future(T).
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
struct s { int x; };
async int give(int x) { return x; }
async double real(double x) { return x; }
async struct s make(void) { return (struct s){ 0 }; }
static int take(future(double) f);
async int main(void)
{
    int x = give(3);
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int)
    future(double) d = give(3);
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(double){{.*}}future(int)
    future(int) f = real(1);
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int){{.*}}future(double)
    future(struct s) s = give(1);
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(struct s)
    f = d;
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int){{.*}}future(double)
    x = take(f);
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int)
    int *p = make();
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(struct s)
    future(int) (*h)(double) = real;
    // CHECK: mixed-up-futures.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(
    return await d + x + *p + (int)(await s).x + await h(1);
}
// CHECK-NOT: (**)
// CHECK-NOT: async_tag
