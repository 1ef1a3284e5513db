#include "cxx20.hpp"

static task<long> nap(long n)
{
    co_await sleep_for{std::chrono::seconds(1)};
    co_return n;
}

static task<long> all(long count)
{
    std::vector<task<long>> list;
    list.reserve(count);
    for (long i = 0; i < count; i++)
        list.push_back(spawn(nap(i)));
    long sum = 0;
    for (auto &each : list)
        sum += co_await each;
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]))));
}
