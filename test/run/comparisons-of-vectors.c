// What gcc's comparison of vectors gives goes into a vector with other elements of that size, behind an await too.
// RUN: %build %s -o %t && %run %t
#include <async.h>

typedef unsigned four __attribute__((vector_size(16)));
typedef float real __attribute__((vector_size(16)));

async four give(four v)
{
    await async_yield();
    return v;
}

async int id(int n)
{
    await async_yield();
    return n;
}

async int main(void)
{
    four u = { 1, 2 }, w = { 1, 3 };
    real a = { 1, 2 }, b = { 1, 3 };
    four block = ({ await id(0); u == w; });
    four inner = ({ await id(0); ({ await id(1); u <= w; }); });
    four arm = await id(1) ? u == w : (await id(0), u != w);
    four kept = (u != w) + await give(u);
    four of_floats = ({ await id(0); a < b; });
    four passed = await give((await id(1), u > w));
    return !(block[0] == -1u && block[1] == 0 && inner[1] == -1u && arm[0] == -1u && kept[0] == 1 && kept[1] == 1 &&
             of_floats[0] == 0 && of_floats[1] == -1u && passed[0] == 0);
}
