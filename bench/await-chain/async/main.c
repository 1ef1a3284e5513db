// 100 awaits inside each other, of which none suspends, against plain recursion.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) async long deep(int depth, long value)
{
    if (depth == 0)
        return value;
    value = await deep(depth - 1, value);
    __asm__("" : "+r"(value));             // or else the plain one becomes a loop
    return value;
}

async int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 1000;
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum += await deep(100, i);
    printf("%ld\n", sum);
    return 0;
}
