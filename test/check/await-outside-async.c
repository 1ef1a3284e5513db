// await in a plain function is an error; a note names the function and says what to write.
// RUN: not %asyncc --cc=gcc %s -o %t.out.c 2>&1 | FileCheck %s
// RUN: not %asyncc --cc=clang-19 %s -o %t.out.c 2>&1 | FileCheck %s
#include <async.h>
async int give(int x) { return x; }
static int plain(int x)
{
    return 1 + await give(x);
}
// CHECK: await-outside-async.c:[[#@LINE-2]]:16: error: 'await' {{.*}}async
// CHECK: await-outside-async.c:[[#@LINE-5]]:12: note: {{.*}}'plain'
int main(void) { return plain(0); }
// CHECK-NOT: (**)
