// The leaf suspends and resumes under argv[2] awaits.
#include <async.h>
#include <stdio.h>
#include <stdlib.h>

static async long leaf(long count)
{
    long done = 0;
    while (done < count) {
        await async_yield();
        done++;
    }
    return done;
}

__attribute__((noinline)) async long deep(int depth, long count)
{
    if (depth == 1)
        return await leaf(count);
    return await deep(depth - 1, count);
}

async int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 100000;
    int depth = argc > 2 ? atoi(argv[2]) : 100;
    printf("%ld\n", await deep(depth, count));
    return 0;
}
