// A server for which there are no descriptors goes on when there are some again.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

async void greet(struct async_stream *s, void *argument)
{
    (void)argument;
    await async_stream_write(s, "hello\n", 6);
}

async int main(void)
{
    char port[16], line[16];
    struct rlimit limit = { 64, 64 };
    int spare[64], count = 0;
    async_with (auto server = async_start_server(greet, nullptr, "127.0.0.1", "0")) {
        snprintf(port, sizeof port, "%d", async_server_port(server));
        async_with (auto first = async_open_connection("127.0.0.1", port)) {
            await async_stream_readline(first, line, sizeof line);
            await async_stream_readline(first, line, sizeof line);    // the end: the server has its descriptor back
        }
        setrlimit(RLIMIT_NOFILE, &limit);
        while (count < 64 && (spare[count] = open("/dev/null", O_RDONLY)) >= 0)
            count++;
        close(spare[--count]);                        // one for the client; the server has none
        async_with (auto s = async_open_connection("127.0.0.1", port)) {
            async_timeout (0.15)
                await async_stream_readline(s, line, sizeof line);
            else
                puts("waits");
            close(spare[--count]);
            ssize_t n = await async_stream_readline(s, line, sizeof line);
            printf("%zd %s", n, line);
        }
        while (count)
            close(spare[--count]);
    }
    return 0;
}
// CHECK: waits
// CHECK-NEXT: 6 hello
