// A declaration that declares nothing does not disturb the statements behind it.
// RUN: %asyncc --cc=gcc %s -o %t.c && %cc -Wno-error -fsyntax-only %t.c
// RUN: FileCheck %s < %t.c
#include <async.h>
async int give(int x);
async int f(int a)
{
    int;
    if (a)
        a++;
    const;
    {
        const int;
        a += await give(1);
    }
    int; int; const;
    return await give(a);
}
// CHECK-NOT: _{{Await}}
