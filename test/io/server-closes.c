// A server that is closed cancels its handlers, whatever they wait for, and closes their streams.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <sys/types.h>

static char much[1 << 20];

// A client that sends a line is never read again; one that sends none gets more than it reads.
async void handle(struct async_stream *s, void *argument)
{
    char line[16];
    int *left = argument;
    defer ++*left;
    if (await async_stream_readline(s, line, sizeof line) > 2)
        for (;;)
            await async_stream_write(s, much, sizeof much);
    await async_stream_write(s, much, sizeof much);      // and then the server drains it
}

async int main(void)
{
    int left = 0;
    char port[16];
    auto server = await async_start_server(handle, &left, "127.0.0.1", "0");
    snprintf(port, sizeof port, "%d", async_server_port(server));
    auto a = await async_open_connection("127.0.0.1", port);
    auto b = await async_open_connection("127.0.0.1", port);
    auto c = await async_open_connection("127.0.0.1", port);
    await async_stream_write(a, "flood\n", 6);
    await async_stream_write(b, "\n", 1);
    await async_sleep(0.02);
    printf("left: %d\n", left);
    printf("closed: %d\n", await async_server_close(server));
    printf("left: %d\n", left);
    ssize_t n;
    do
        n = await async_stream_read(b, much, sizeof much);
    while (n > 0);
    printf("ends: %d\n", n <= 0);
    await async_stream_close(a);
    await async_stream_close(b);
    await async_stream_close(c);
    return 0;
}
// CHECK: left: 1
// CHECK-NEXT: closed: 0
// CHECK-NEXT: left: 3
// CHECK-NEXT: ends: 1
