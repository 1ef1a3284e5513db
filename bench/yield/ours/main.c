// A yield to the loop and back; argv[2] tasks take turns.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

static async long turns(long count)
{
    long done = 0;
    while (done < count) {
        await async_yield();
        done++;
    }
    return done;
}

async int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    int tasks = argc > 2 ? atoi(argv[2]) : 1;
    future(long) *list = malloc((size_t)tasks * sizeof *list);
    for (int i = 0; i < tasks; i++)
        list[i] = async_create_task(turns(count / tasks));
    long sum = 0;
    for (int i = 0; i < tasks; i++)
        sum += await list[i];
    free(list);
    printf("%ld\n", sum);
    return 0;
}
