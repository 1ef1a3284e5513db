// Skynet with tasks that begin at once; per leaf.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

async long skynet(long number, long size)
{
    if (size == 1)
        return number;
    long sum = 0;
    future(long) children[10];
    for (int i = 0; i < 10; i++)
        children[i] = async_start(skynet(number + i * (size / 10), size / 10));
    for (int i = 0; i < 10; i++)
        sum += await children[i];
    return sum;
}

async int main(int argc, char **argv)
{
    printf("%ld\n", await skynet(0, argc > 1 ? atol(argv[1]) : 100000));
    return 0;
}
