// Words of C23 that gcc 12 lacks may stand in a type of variable length.
// RUN: %build -std=gnu2x %s -o %t && %run %t
#include <async.h>

async int id(int n)
{
    await async_yield();
    return n;
}

async int main(void)
{
    const int n = await id(3);
    typeof_unqual(n) a[n];
    typeof_unqual(typeof(const int (*)[n])) p = &a;
    bool flags[n], *first = flags;
    int (*more)[n + (true ? alignof(int) : 0)] = nullptr;
    alignas(16) bool aligned[n];
    a[0] = 1;
    flags[1] = aligned[2] = true;
    await id(n);
    return !((*p)[0] == 1 && first[1] && sizeof *more == (unsigned)(n + 4) * sizeof(int) && aligned[2]);
}
