// A task is made and joined, one after the other.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

static async long number(long n)
{
    return n;
}

async int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    long sum = 0;
    for (long i = 0; i < count; i++) {
        future(long) task = async_create_task(number(i));
        sum += await task;
    }
    printf("%ld\n", sum);
    return 0;
}
