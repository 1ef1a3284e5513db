// Wrong arguments of async functions are reported as C's, with the types of the source.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x);
// CHECK-DAG: wrong-arguments.c:[[#@LINE-1]]:{{[0-9]+}}: note: {{.*}}declared here
struct s { int x; };
async int takes(struct s *p, future(int) f) { return p->x + await f; }
async int main(void)
{
    struct s s = { 0 };
    await give();
    // CHECK-DAG: wrong-arguments.c:[[#@LINE-1]]:{{[0-9]+}}: error: too few arguments
    await give(1, 2);
    // CHECK-DAG: wrong-arguments.c:[[#@LINE-1]]:{{[0-9]+}}: error: too many arguments
    await takes(s, give(1));
    // CHECK-DAG: wrong-arguments.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}'struct s'
    await takes(&s, 3);
    // CHECK-DAG: wrong-arguments.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int)
    await give(give(1));
    // CHECK-DAG: wrong-arguments.c:[[#@LINE-1]]:{{[0-9]+}}: error: {{.*}}future(int)
    return 0;
}
// CHECK-NOT: (**)
// CHECK-NOT: async_tag
