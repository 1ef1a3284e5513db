// --emit=ast shows asm with operands, which has no type.
// RUN: %asyncc --cc=gcc --emit=ast %s | FileCheck %s
#include <async.h>
async int give(int);
async int f(void)
{
    int a = 0;
    asm("" : "=r"(a) : "0"(await give(1)));
    return a;
}
// CHECK: asm line 8 awaits
// CHECK-NEXT: other
// CHECK: await 'int'
