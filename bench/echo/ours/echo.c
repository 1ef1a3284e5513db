// A TCP server that sends back what it is sent: argv[1] requests over argv[2] connections.
#include <async.h>
#include <stdio.h>

#include "../load.h"

static long served;

static async void echo(int fd)
{
    char buffer[4096];
    ssize_t n;
    while ((n = await async_recv(fd, buffer, sizeof buffer, 0)) > 0) {
        await async_send(fd, buffer, (size_t)n, 0);
        served++;
    }
    await async_close(fd);
}

async int main(int argc, char **argv)
{
    long requests = argc > 1 ? atol(argv[1]) : 100000;
    int connections = argc > 2 ? atoi(argv[2]) : 50, port, listener = listen_somewhere(&port);
    start_asking(port, connections, requests);
    async_group (g) {
        for (int i = 0; i < connections; i++) {
            int fd = await async_accept(listener, nullptr, nullptr);
            send_at_once(fd);
            async_spawn(g, echo(fd));
        }
    }
    printf("%ld\n", served);
    return 0;
}
