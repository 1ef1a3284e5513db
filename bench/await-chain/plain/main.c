#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) long deep(int depth, long value)
{
    if (depth == 0)
        return value;
    value = deep(depth - 1, value);
    __asm__("" : "+r"(value));
    return value;
}

int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 1000;
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum += deep(100, i);
    printf("%ld\n", sum);
    return 0;
}
