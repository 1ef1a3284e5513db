// 101 awaits inside each other; the innermost one suspends once; per level.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEPTH = 101 };

__attribute__((noinline)) async long deep(int depth, long value)
{
    if (depth == 1) {
        await async_yield();
        return value;
    }
    value = await deep(depth - 1, value);
    __asm__("" : "+r"(value));
    return value;
}

async int main(int argc, char **argv)
{
    long levels = argc > 1 ? atol(argv[1]) : 101000;
    long sum = 0;
    for (long i = 0; i < levels / DEPTH; i++)
        sum += await deep(DEPTH, i);
    printf("%ld\n", sum);
    return 0;
}
