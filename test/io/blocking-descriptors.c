// Descriptors that block keep their flags, and the loop goes on while one is waited for.
// RUN: %build %s -o %t && %run %t | FileCheck %s

#include <async.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int ticks;

async void tick(void)
{
    for (;; ticks++)
        await async_sleep(0.0005);
}

async long read_all(int fd)
{
    static char buffer[1000];
    long all = 0;
    ssize_t n;
    await async_sleep(0.005);
    while ((n = await async_read(fd, buffer, sizeof buffer)) > 0) {
        all += n;
        if (all % 50000 == 0)
            await async_sleep(0.001);
    }
    return all;
}

// More than the kernel keeps: the writer has to wait, in the middle.
async void try_pair(const char *name, int in, int out)
{
    static char much[1000000];
    auto reader = async_create_task(read_all(in));
    int before = ticks;
    ssize_t written = await async_write_all(out, much, sizeof much);
    int flags = fcntl(in, F_GETFL) | fcntl(out, F_GETFL);
    await async_close(out);
    printf("%s: %zd written, %ld read, still blocking: %d, others ran: %d\n", name, written, await reader, !(flags & O_NONBLOCK),
           ticks > before);
    await async_close(in);
}

async int main()
{
    int ends[2];
    auto ticker = async_create_task(tick());
    // CHECK: pipe: 1000000 written, 1000000 read, still blocking: 1, others ran: 1
    pipe(ends);
    await try_pair("pipe", ends[0], ends[1]);
    // CHECK-NEXT: socket: 1000000 written, 1000000 read, still blocking: 1, others ran: 1
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    await try_pair("socket", ends[0], ends[1]);

    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof address;
    int server = socket(AF_INET, SOCK_STREAM, 0), client = socket(AF_INET, SOCK_STREAM, 0);
    bind(server, (struct sockaddr *)&address, sizeof address);
    listen(server, 1);
    getsockname(server, (struct sockaddr *)&address, &length);
    auto accepted = async_create_task(async_accept(server, NULL, NULL));
    int before = ticks;
    await async_sleep(0.005);
    // CHECK-NEXT: connected 0
    printf("connected %d\n", await async_connect(client, (struct sockaddr *)&address, sizeof address));
    int peer = await accepted;
    int flags = fcntl(server, F_GETFL) | fcntl(client, F_GETFL) | fcntl(peer, F_GETFL);
    // CHECK-NEXT: still blocking: 1, others ran: 1
    printf("still blocking: %d, others ran: %d\n", !(flags & O_NONBLOCK), ticks > before);
    // CHECK-NEXT: TCP: 1000000 written, 1000000 read, still blocking: 1, others ran: 1
    await try_pair("TCP", peer, client);
    async_cancel(ticker);
    async_release(ticker);
    return 0;
}
