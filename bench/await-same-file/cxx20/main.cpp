#include "cxx20.hpp"

static task<long> step(long a, long b)
{
    if (a < 0)
        co_await yield_now();
    co_return a ^ b;
}

static task<long> all(long rounds)
{
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum = co_await step(sum, i);
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]))));
}
