#include "cxx20.hpp"

static task<long> number(long n)
{
    co_return n;
}

static task<long> all(long count)
{
    std::vector<task<long>> list;
    list.reserve(count);
    for (long i = 0; i < count; i++)
        list.push_back(spawn(number(i)));
    long sum = 0;
    for (auto &each : list)
        sum += co_await each;
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]))));
}
