// A TCP server that sends back whatever it is sent.
//
//     asyncc run 14-echo-server.c -- 7777          then, elsewhere: nc localhost 7777
//
// async_start_server runs echo() as a task of its own for each connection, and closes the connection when that has ended. Ctrl-C
// cancels main, which leaves its async_with: the server closes, and what is still connected with it.
#include <async.h>
#include <stdio.h>

async void echo(struct async_stream *client, void *argument)
{
    char buffer[4096];
    (void)argument;
    for (;;) {
        ssize_t n = await async_stream_read(client, buffer, sizeof buffer);
        if (n <= 0 || await async_stream_write(client, buffer, (size_t)n) < 0)
            return;
    }
}

async int main(int argc, char **argv)
{
    async_with (auto server = async_start_server(echo, nullptr, nullptr, argc > 1 ? argv[1] : "7777")) {
        if (async_server_error(server)) {
            fprintf(stderr, "cannot listen: %s\n", async_error(async_server_error(server)));
            return 1;
        }
        printf("listening at port %d\n", async_server_port(server));
        fflush(stdout);
        await async_sleep(1e9);
    }
    return 0;
}
