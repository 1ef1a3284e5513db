#include "cxx20.hpp"

static task<long> turns(long count)
{
    long done = 0;
    while (done < count) {
        co_await yield_now();
        done++;
    }
    co_return done;
}

static task<long> all(long count, int tasks)
{
    std::vector<task<long>> list;
    for (int i = 0; i < tasks; i++)
        list.push_back(spawn(turns(count / tasks)));
    long sum = 0;
    for (auto &each : list)
        sum += co_await each;
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]), atoi(argv[2]))));
}
