#include "add.hpp"

static task<long> all(long rounds)
{
    long sum = 0;
    for (long i = 0; i < rounds; i++)
        sum = co_await add(sum, i);
    co_return sum;
}

int main(int, char **argv)
{
    printf("%ld\n", run(all(atol(argv[1]))));
}
