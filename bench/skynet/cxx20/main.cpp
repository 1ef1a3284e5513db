#include "cxx20.hpp"

static task<long> skynet(long number, long size)
{
    if (size == 1)
        co_return number;
    task<long> children[10];
    for (int i = 0; i < 10; i++)
        children[i] = spawn(skynet(number + i * (size / 10), size / 10));
    long sum = 0;
    for (auto &each : children)
        sum += co_await each;
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(skynet(0, atol(argv[1]))));
}
