#include "cxx20.hpp"

static task<long> number(long n)
{
    co_return n;
}

static task<long> all(long count)
{
    long sum = 0;
    for (long i = 0; i < count; i++)
        sum += co_await spawn(number(i));
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]))));
}
