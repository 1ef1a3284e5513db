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

static awaitable<void> all(long count)
{
    auto executor = co_await asio::this_coro::executor;
    for (long i = 0; i < count; i++)
        sum += co_await asio::co_spawn(executor, number(i), use_awaitable);
}

int main(int, char **argv)
{
    asio::io_context loop(1);
    asio::co_spawn(loop, all(atol(argv[1])), asio::detached);
    loop.run();
    printf("%ld\n", sum);
}
