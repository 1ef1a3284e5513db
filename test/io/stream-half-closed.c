// A side that has ended its output still reads; writing to it afterwards is an error.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/types.h>

async void echo_backwards(struct async_stream *s, void *argument)
{
    char text[64];
    size_t n = 0;
    (void)argument;
    for (;;) {
        ssize_t more = await async_stream_read(s, text + n, sizeof text - n);
        if (more <= 0)
            break;
        n += (size_t)more;
    }
    for (size_t i = 0; i < n / 2; i++) {
        char c = text[i];
        text[i] = text[n - 1 - i];
        text[n - 1 - i] = c;
    }
    await async_stream_write(s, text, n);
}

async int main(void)
{
    async_with (auto server = async_start_server(echo_backwards, nullptr, "127.0.0.1", "0")) {
        char port[16], text[16] = "";
        snprintf(port, sizeof port, "%d", async_server_port(server));
        async_with (auto s = async_open_connection("localhost", port)) {
            await async_stream_write(s, "abc", 3);
            await async_stream_write(s, "def", 3);
            printf("%d\n", await async_stream_shutdown(s));
            printf("%d\n", await async_stream_write(s, "more", 4) == -EPIPE);
            ssize_t n = await async_stream_readexactly(s, text, sizeof text);
            printf("%zd %s\n", n, text);
        }
    }
    return 0;
}
// CHECK: 0
// CHECK-NEXT: 1
// CHECK-NEXT: 6 fedcba
