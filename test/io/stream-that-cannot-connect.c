// A connection that was not made is a stream whose every call gives the reason.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

// A port at which nobody listens.
static int free_port(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    bind(fd, (struct sockaddr *)&address, size);
    getsockname(fd, (struct sockaddr *)&address, &size);
    close(fd);
    return ntohs(address.sin_port);
}

async void try(const char *host, const char *port, int reason)
{
    char text[8];
    async_with (auto s = async_open_connection(host, port)) {
        printf("%d", async_stream_error(s) == reason);
        printf(" %d", await async_stream_read(s, text, 8) == reason);
        printf(" %d", await async_stream_readline(s, text, 8) == reason);
        printf(" %d", await async_stream_write(s, "x", 1) == reason);
        printf(" %d", await async_stream_drain(s) == reason);
        printf(" %d %d\n", await async_stream_shutdown(s) == reason, async_stream_fd(s) == -EBADF);
    }
}

async int main(void)
{
    char port[16];
    snprintf(port, sizeof port, "%d", free_port());
    await try("127.0.0.1", port, -ECONNREFUSED);
    await try("/there/is/no/such/socket", nullptr, -ENOENT);
    return 0;
}
// CHECK: 1 1 1 1 1 1 1
// CHECK-NEXT: 1 1 1 1 1 1 1
