// The type of what a named real type becomes beside a complex number has no name in C.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

typedef double real;
async real give(real x) { await async_yield(); return x; }

async int main(void)
{
    double _Complex z = ({ await give(1); await give(1) + __extension__ 2.0i; }) * await give(3);
    z += await give(1) > 0 ? await give(4) + z : z;
    // CHECK: {{^}}10+12i
    printf("%g%+gi\n", __real__ z, __imag__ z);
}
