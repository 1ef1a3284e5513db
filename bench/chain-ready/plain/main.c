#include <stdio.h>
#include <stdlib.h>

enum { DEPTH = 101 };

__attribute__((noinline)) static long deep(int depth, long value)
{
    if (depth == 1)
        return value;
    value = deep(depth - 1, value);
    __asm__("" : "+r"(value));
    return value;
}

int main(int argc, char **argv)
{
    long levels = argc > 1 ? atol(argv[1]) : 101000;
    long sum = 0;
    for (long i = 0; i < levels / DEPTH; i++)
        sum += deep(DEPTH, i);
    printf("%ld\n", sum);
    return 0;
}
