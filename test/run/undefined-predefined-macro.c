// Names that compilers define as macros are names where the user has undefined them.
// RUN: %build %s -o %t && %run %t
#undef linux
#undef __CHAR_BIT__
#include <async.h>

static int linux(int n)
{
    return n + 2;
}

async int main(void)
{
    int __CHAR_BIT__ = linux(2);
    await async_yield();
    return linux(__CHAR_BIT__) - 6;
}
