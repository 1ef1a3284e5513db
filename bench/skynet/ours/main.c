// Skynet: every task makes ten and adds their numbers, down to the leaves; per leaf.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

async long skynet(long number, long size)
{
    if (size == 1)
        return number;
    future(long) children[10];
    for (int i = 0; i < 10; i++)
        children[i] = async_create_task(skynet(number + i * (size / 10), size / 10));
    long sum = 0;
    for (int i = 0; i < 10; i++)
        sum += await children[i];
    return sum;
}

async int main(int argc, char **argv)
{
    printf("%ld\n", await skynet(0, argc > 1 ? atol(argv[1]) : 100000));
    return 0;
}
