#include <utility>          // Boost 1.74 forgets it

#include <boost/asio.hpp>
#include <cstdio>
#include <cstdlib>

namespace asio = boost::asio;
using asio::awaitable, asio::use_awaitable;

static long sum;

static awaitable<void> turns(long count)
{
    auto executor = co_await asio::this_coro::executor;
    long done = 0;
    while (done < count) {
        co_await asio::post(executor, use_awaitable);
        done++;
    }
    sum += done;
}

int main(int, char **argv)
{
    asio::io_context loop(1);
    long count = atol(argv[1]), tasks = atol(argv[2]);
    for (long i = 0; i < tasks; i++)
        asio::co_spawn(loop, turns(count / tasks), asio::detached);
    loop.run();
    printf("%ld\n", sum);
}
