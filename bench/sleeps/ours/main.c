// A sleep of 0 to 1,000 ms, while all others sleep; who wakes too early is counted.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

static double latest;
static long disorder;

static async long nap(long n)
{
    double seconds = (double)(n * 7919 % 1000003 % 1001) / 1000, due = async_loop_time() + seconds;
    await async_sleep(seconds);
    disorder += due < latest - 0.0005;
    latest = due;
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
