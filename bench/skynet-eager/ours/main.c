// Skynet without tasks: each child is awaited as it is called; per leaf.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

async long skynet(long number, long size)
{
    if (size == 1)
        return number;
    long sum = 0;
    for (int i = 0; i < 10; i++)
        sum += await skynet(number + i * (size / 10), size / 10);
    return sum;
}

async int main(int argc, char **argv)
{
    printf("%ld\n", await skynet(0, argc > 1 ? atol(argv[1]) : 100000));
    return 0;
}
