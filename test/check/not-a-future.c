// The operand of await must be a future; the message says what it is.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
int plain(int x);
async int give(int x) { return x; }
struct s { int x; };
async int main(void)
{
    int n = 0;
    struct s s = { 0 };
    await n;
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error: {{.*}}'int'
    await plain(1);
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error: {{.*}}'int'
    await give;
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error: {{.*}}call
    await plain;
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error:
    await &n;
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error: {{.*}}'int *'
    await s;
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error: {{.*}}'struct s'
    await "text";
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{5|11}}: error:
    return await await give(1);
    // CHECK: not-a-future.c:[[#@LINE-1]]:{{12|18}}: error: {{.*}}'int'
}
// CHECK-NOT: (**)
