#include <utility>          // Boost 1.74 forgets it

#include <boost/asio.hpp>
#include <cstdio>

#include "../load.h"

namespace asio = boost::asio;
using asio::awaitable, asio::use_awaitable, asio::ip::tcp;

static long served;

static awaitable<void> echo(tcp::socket socket)
{
    char buffer[4096];
    boost::system::error_code error;        // instead of an exception at the end
    auto or_error = asio::redirect_error(use_awaitable, error);
    while (size_t n = co_await socket.async_read_some(asio::buffer(buffer), or_error)) {
        co_await asio::async_write(socket, asio::buffer(buffer, n), use_awaitable);
        served++;
    }
}

static awaitable<void> serve(tcp::acceptor &listener, int connections)
{
    for (int i = 0; i < connections; i++) {
        tcp::socket socket = co_await listener.async_accept(use_awaitable);
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(listener.get_executor(), echo(std::move(socket)), asio::detached);
    }
}

int main(int, char **argv)
{
    asio::io_context loop(1);
    int connections = atoi(argv[2]), port;
    tcp::acceptor listener(loop, tcp::v4(), listen_somewhere(&port));
    start_asking(port, connections, atol(argv[1]));
    asio::co_spawn(loop, serve(listener, connections), asio::detached);
    loop.run();
    printf("%ld\n", served);
}
