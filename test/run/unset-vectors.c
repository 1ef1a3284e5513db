// A vector that may not be set yet where the function waits is no number, whatever its type is called.
// RUN: %build %s -o %t && %run %t
#include <async.h>

typedef short four __attribute__((vector_size(8)));

async four sum(four a, four b)
{
    four result;
    ({
        await async_yield();
        result = a + b;
    });
    await async_yield();
    return result;
}

async int main(void)
{
    four a = { 1, 2, 3, 4 };
    return (await sum(a, a))[3] != 8;
}
