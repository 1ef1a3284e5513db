// A server that is stopped takes no more connections and waits for those that it has.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/types.h>

async void slow(struct async_stream *s, void *argument)
{
    char line[16];
    (void)argument;
    await async_stream_write(s, "hello\n", 6);
    ssize_t n = await async_stream_readline(s, line, sizeof line);
    printf("handler got %.*s\n", n > 0 ? (int)n - 1 : 0, line);
}

async int main(void)
{
    char port[16], line[16];
    auto server = await async_start_server(slow, nullptr, "127.0.0.1", "0");
    snprintf(port, sizeof port, "%d", async_server_port(server));
    auto s = await async_open_connection("127.0.0.1", port);
    await async_stream_readline(s, line, sizeof line);
    auto stopped = async_create_task(async_server_stop(server));
    await async_sleep(0.01);
    printf("stopped: %d\n", async_done(stopped));
    auto late = await async_open_connection("127.0.0.1", port);
    printf("refused: %d\n", async_stream_error(late) == -ECONNREFUSED);
    await async_stream_write(s, "bye\n", 4);
    printf("stop: %d\n", await stopped);
    printf("port: %d\n", async_server_port(server) < 0);
    await async_stream_close(late);
    await async_stream_close(s);
    await async_server_close(server);
    return 0;
}
// CHECK: stopped: 0
// CHECK-NEXT: refused: 1
// CHECK-NEXT: handler got bye
// CHECK-NEXT: stop: 0
// CHECK-NEXT: port: 1
