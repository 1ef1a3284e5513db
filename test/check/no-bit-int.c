// gcc 12 has no _BitInt: one message says so, not six of the compiler's.
// RUN: %asyncc --cc=clang-19 %s -o %t.out.c
// RUN: not %asyncc gcc -U__BITINT_MAXWIDTH__ -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>
async int give(int x);
static _BitInt(12) plain(_BitInt(12) a) { return a; }
async int main(void)
{
    _BitInt(12) a = 3;
    unsigned _BitInt(40) b = 4;
    a += await give(2);
    return (int)plain(a) + (int)b;
}
// CHECK: no-bit-int.c:6:8: error: this compiler has no '_BitInt'; gcc has it since version 14
// CHECK-NOT: error:
// CHECK: 1 error generated.
