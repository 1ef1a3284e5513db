#include <utility>          // Boost 1.74 forgets it

#include <boost/asio.hpp>
#include <cstdio>
#include <cstdlib>

namespace asio = boost::asio;
using asio::awaitable, asio::use_awaitable;

static long sum;

static awaitable<long> number(long n)
{
    co_return n;
}

int main(int, char **argv)
{
    asio::io_context loop(1);
    long count = atol(argv[1]);
    for (long i = 0; i < count; i++)
        asio::co_spawn(loop, number(i), [](std::exception_ptr, long n) { sum += n; });
    loop.run();
    printf("%ld\n", sum);
}
