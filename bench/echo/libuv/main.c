#include <stdio.h>
#include <uv.h>

#include "../load.h"

struct connection {
    uv_tcp_t tcp;
    uv_write_t rest;
    char buffer[4096];
};

static long served;
static int expected;

static void lend(uv_handle_t *handle, size_t size, uv_buf_t *buffer)
{
    (void)size;
    struct connection *connection = (struct connection *)handle;
    *buffer = uv_buf_init(connection->buffer, sizeof connection->buffer);
}

static void drop(uv_handle_t *handle)
{
    free(handle);
}

static void echo(uv_stream_t *stream, ssize_t n, const uv_buf_t *buffer);

static void go_on(uv_write_t *rest, int error)
{
    (void)error;        // the next read tells it too
    served++;
    uv_read_start(rest->handle, lend, echo);
}

static void echo(uv_stream_t *stream, ssize_t n, const uv_buf_t *buffer)
{
    if (n < 0)
        uv_close((uv_handle_t *)stream, drop);
    if (n <= 0)
        return;
    uv_buf_t answer = uv_buf_init(buffer->base, (unsigned)n);
    int sent = uv_try_write(stream, &answer, 1);
    if (sent == n) {
        served++;
        return;
    }
    if (sent < 0)
        sent = 0;
    uv_buf_t rest = uv_buf_init(buffer->base + sent, (unsigned)(n - sent));
    uv_read_stop(stream);
    uv_write(&((struct connection *)stream)->rest, stream, &rest, 1, go_on);
}

static void welcome(uv_stream_t *listener, int error)
{
    struct connection *connection = malloc(sizeof *connection);
    uv_tcp_init(listener->loop, &connection->tcp);
    if (error || uv_accept(listener, (uv_stream_t *)connection) < 0)
        abort();
    uv_tcp_nodelay(&connection->tcp, 1);
    uv_read_start((uv_stream_t *)connection, lend, echo);
    if (--expected == 0)
        uv_close((uv_handle_t *)listener, NULL);
}

int main(int argc, char **argv)
{
    long requests = argc > 1 ? atol(argv[1]) : 100000;
    int port, fd = listen_somewhere(&port);
    expected = argc > 2 ? atoi(argv[2]) : 50;
    uv_tcp_t listener;
    start_asking(port, expected, requests);
    uv_tcp_init(uv_default_loop(), &listener);
    uv_tcp_open(&listener, fd);
    uv_listen((uv_stream_t *)&listener, 4096, welcome);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    printf("%ld\n", served);
    return 0;
}
