// A server and its clients on bad days: every answer is right or an error, all end, and no descriptor is left.
// RUN: %build %s -o %t && rm -rf %t.dir && mkdir %t.dir && %many-faults %t %t.dir/socket
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include "Inputs/descriptors.h"

enum { CLIENTS = 8, MESSAGES = 20 };
static char port[16];

static void check(bool is_right, const char *what)
{
    if (is_right)
        return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

async void echo(struct async_stream *s, void *argument)
{
    char text[300];
    (void)argument;
    for (;;) {
        ssize_t n = await async_stream_read(s, text, sizeof text);
        check(n >= 0 || n == async_stream_error(s), "a read that fails is the stream's error");
        if (n <= 0 || await async_stream_write(s, text, (size_t)n) < 0)
            return;
    }
}

async void client(const char *host, int number)
{
    char sent[2000], got[2000];
    async_with (auto s = async_open_connection(host, port)) {
        for (int i = 0; i < MESSAGES; i++) {
            size_t size = 1 + (size_t)(number * 131 + i * 97) % sizeof sent;
            memset(sent, 'a' + (number + i) % 26, size);
            ssize_t n = await async_stream_write(s, sent, size);
            check(n == (ssize_t)size || n == async_stream_error(s) || n == -ENOMEM, "a write takes all or fails");
            if (n < 0)
                return;
            n = await async_stream_readexactly(s, got, size);
            check(n == (ssize_t)size || n < 0 || async_stream_error(s) == 0, "fewer bytes come only at the end");
            check(n < 0 || memcmp(sent, got, (size_t)n) == 0, "what comes back is what was sent");
            if (n < (ssize_t)size)
                return;
        }
        int error = await async_stream_shutdown(s);
        check(error || await async_stream_read(s, got, sizeof got) <= 0, "nothing comes after the end");
    }
}

async void talk(const char *host)
{
    async_with (auto server = async_start_server(echo, nullptr, host, "0")) {
        if (async_server_error(server))
            return;
        snprintf(port, sizeof port, "%d", async_server_port(server));
        async_group (g)
            for (int i = 0; i < CLIENTS; i++)
                async_spawn(g, client(host, i));
    }
}

async int main(int argc, char **argv)
{
    (void)argc;
    int before = count_descriptors();
    await talk("127.0.0.1");
    await talk(argv[1]);
    check(count_descriptors() == before, "no descriptors are left");
    return 0;
}
