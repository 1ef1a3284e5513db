#include <stdio.h>
#include <stdlib.h>

static long step(long a, long b)
{
    if (a < 0)
        abort();
    return a ^ b;
}

int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 1000;
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum = step(sum, i);
    printf("%ld\n", sum);
    return 0;
}
