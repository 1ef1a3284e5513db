// A task that sleeps while all others do.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

static async long nap(long n)
{
    await async_sleep(1.0);
    return n;
}

async int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    future(long) *list = malloc((size_t)count * sizeof *list);
    for (long i = 0; i < count; i++)
        list[i] = async_create_task(nap(i));
    long sum = 0;
    for (long i = 0; i < count; i++)
        sum += await list[i];
    free(list);
    printf("%ld\n", sum);
    return 0;
}
