#include <utility>          // Boost 1.74 forgets it

#include <boost/asio.hpp>
#include <cstdio>
#include <cstdlib>

namespace asio = boost::asio;
using asio::awaitable, asio::use_awaitable;

static long sum;

static awaitable<void> nap(long n)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::seconds(1));
    co_await timer.async_wait(use_awaitable);
    sum += n;
}

int main(int, char **argv)
{
    asio::io_context loop(1);
    long count = atol(argv[1]);
    for (long i = 0; i < count; i++)
        asio::co_spawn(loop, nap(i), asio::detached);
    loop.run();
    printf("%ld\n", sum);
}
