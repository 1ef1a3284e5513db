// An operand that libclang could make nothing of is its error, not our crash.
// RUN: not %asyncc --cc=gcc %s -o %t.c 2>&1 | FileCheck %s
#include <async.h>
struct s { int x; };
async struct s make(void);
async int f(future(struct s) s)
{
    return 1 + *(int *)0 + (int)(await s).a + await make();
}
// CHECK: broken-operand.c:[[#@LINE-2]]:{{[0-9]+}}: error: no member named 'a' in 'struct s'
