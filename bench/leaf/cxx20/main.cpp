#include "cxx20.hpp"

static task<long> leaf(long count)
{
    long done = 0;
    while (done < count) {
        co_await yield_now();
        done++;
    }
    co_return done;
}

static task<long> deep(int depth, long count)
{
    if (depth == 1)
        co_return co_await leaf(count);
    co_return co_await deep(depth - 1, count);
}

int main(int, char **argv)
{
    printf("%ld\n", run(deep(atoi(argv[2]), atol(argv[1]))));
}
