// A body that nobody reads is not fetched: the server is held up. A slow reader gets every byte of it, in order.
// REQUIRES: nginx
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <async/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16, CHUNKS = 1024 };

static size_t sent;

async void serve(struct async_stream *client, void *argument)
{
    char line[200];
    (void)argument;
    while (await async_stream_readline(client, line, sizeof line) > 2)
        ;
    int n = snprintf(line, sizeof line, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n", CHUNK * CHUNKS);
    await async_stream_write(client, line, (size_t)n);
    char *chunk = malloc(CHUNK);
    defer free(chunk);
    for (int i = 0; i < CHUNKS; i++) {
        memset(chunk, i, CHUNK);
        if (await async_stream_write(client, chunk, CHUNK) < 0)
            return;
        sent += CHUNK;
    }
    await async_stream_drain(client);
}

async int main(void)
{
    async_with (auto server = async_start_server(serve, nullptr, "127.0.0.1", "0"), auto s = client_session()) {
        char url[100];
        snprintf(url, sizeof url, "http://127.0.0.1:%d/", async_server_port(server));
        async_with (auto res = client_get(s, url)) {
            size_t before = 0;
            do {
                before = sent;
                await async_sleep(0.02);
            } while (sent != before);
            // What is here is what the kernel holds for both ends.
            printf("held up: %d\n", sent < (size_t)CHUNK * CHUNKS / 2);

            static char part[3 * CHUNK];
            size_t at = 0, wrong = 0;
            ssize_t n;
            for (int i = 0; (n = await response_read_some(res, part, sizeof part)) > 0; i++) {
                for (ssize_t k = 0; k < n; k += 997)
                    wrong += part[k] != (char)((at + (size_t)k) / CHUNK);
                at += (size_t)n;
                if (i < 20)
                    await async_sleep(0.001);
            }
            printf("%zd, %zu of %zu, wrong: %zu\n", n, at, (size_t)CHUNK * CHUNKS, wrong);
        }
        // All of it at once, with a part that was read before.
        async_with (auto res = client_get(s, url)) {
            char part[5];
            await response_read_some(res, part, sizeof part);
            char *body = await response_read(res);
            printf("%zu %d\n", response_length(res), body[response_length(res) - 1] == (char)(CHUNKS - 1));
        }
    }
    return 0;
}
// CHECK: held up: 1
// CHECK-NEXT: 0, 67108864 of 67108864, wrong: 0
// CHECK-NEXT: 67108859 1
