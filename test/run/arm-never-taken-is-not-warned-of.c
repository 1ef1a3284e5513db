// Compilers do not warn of what stands in an arm that is never taken, beside one that awaits.
// RUN: %build %s -o %t && %run %t
#include <async.h>

async int id(int n)
{
    await async_yield();
    return n;
}

struct triple {
    int at[3];
};

async struct triple triple(int n)
{
    await async_yield();
    return (struct triple){ { n, n, n } };
}

enum { WIDE = 1 };

async int main(void)
{
    int x = await id(3), *p = WIDE ? (await id(0), &x) : 0;
    int first = sizeof(int) == 4 ? await id(x) : x >> 40;
    int second = sizeof(int) == 8 ? x << 40 : await id(x);
    struct triple t = await triple(4), third = WIDE ? t : await triple(9);
    WIDE ? (void)await id(1) : (void)(x >> 40);
    !WIDE ? x / 0 : await id(1);
    int fourth = 5 ?: await id(1), fifth = 0 ?: await id(6);
    int sixth = WIDE ? sizeof(int) == 8 ? x >> 32 : await id(7) : await id(8);
    return !(first == 3 && second == 3 && *p == 3 && third.at[2] == 4 && fourth == 5 && fifth == 6 && sixth == 7);
}
