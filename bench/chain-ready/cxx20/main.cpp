#include "cxx20.hpp"

enum { DEPTH = 101 };

static task<long> deep(int depth, long value)
{
    if (depth == 1)
        co_return value;
    co_return co_await deep(depth - 1, value);
}

static task<long> all(long levels)
{
    long sum = 0;
    for (long i = 0; i < levels / DEPTH; i++)
        sum += co_await deep(DEPTH, i);
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]))));
}
