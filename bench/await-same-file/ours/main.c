// One await of a function in the same file that does not suspend, against a plain call (which is inlined).
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

static async long step(long a, long b)
{
    if (a < 0)
        await async_yield();
    return a ^ b;
}

async int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 1000;
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum = await step(sum, i);
    printf("%ld\n", sum);
    return 0;
}
