// What gcc only warns of is gcc's to say, though clang would refuse it.
// REQUIRES: gcc
// RUN: %build -Wno-incompatible-pointer-types %s -o %t && %run %t
#include <async.h>

async int look(const int *const *p) { await async_yield(); return **p; }

async int main(void)
{
    int x = 7, *p = &x;
    return await look(&p) != 7;
}
