#include "cxx20.hpp"

static task<long> skynet(long number, long size)
{
    if (size == 1)
        co_return number;
    long sum = 0;
    for (int i = 0; i < 10; i++)
        sum += co_await skynet(number + i * (size / 10), size / 10);
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(skynet(0, atol(argv[1]))));
}
