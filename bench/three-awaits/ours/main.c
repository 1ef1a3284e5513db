// One function with three awaits, for the size of its code.
#include <async.h>

async long get(long key);

async long three(long a)
{
    long x = await get(a);
    long y = await get(a + x);
    return x + y + await get(a ^ y);
}
