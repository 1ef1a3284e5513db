// A peer that is gone is a value: -EPIPE without SIGPIPE, -ECONNRESET, -ECONNREFUSED.
// RUN: %build %s -o %t && %run %t | FileCheck %s

#include <async.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int listening(struct sockaddr_in *address)
{
    socklen_t length = sizeof *address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    *address = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    bind(fd, (struct sockaddr *)address, sizeof *address);
    listen(fd, 10);
    getsockname(fd, (struct sockaddr *)address, &length);
    return fd;
}

static bool is_pending(void)
{
    sigset_t set;
    sigpending(&set);
    return sigismember(&set, SIGPIPE);
}

async int main()
{
    int ends[2];
    // CHECK: socket: 1 1
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    close(ends[1]);
    printf("socket: %d ", await async_write(ends[0], "x", 1) == -EPIPE);
    printf("%d\n", await async_send(ends[0], "x", 1, 0) == -EPIPE);

    // CHECK-NEXT: pipe: 1 1 0
    pipe(ends);
    close(ends[0]);
    printf("pipe: %d ", await async_write(ends[1], "x", 1) == -EPIPE);
    printf("%d %d\n", await async_write_all(ends[1], "x", 1) == -EPIPE, is_pending());

    // A SIGPIPE that was there before is not ours to take.
    // CHECK-NEXT: kept: 1 1
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    raise(SIGPIPE);
    printf("kept: %d ", await async_write(ends[1], "x", 1) == -EPIPE);
    printf("%d\n", is_pending());

    struct sockaddr_in address;
    int server = listening(&address), client = socket(AF_INET, SOCK_STREAM, 0);
    // CHECK-NEXT: connected 0
    printf("connected %d\n", await async_connect(client, (struct sockaddr *)&address, sizeof address));
    int peer = await async_accept(server, NULL, NULL);
    struct linger now = { .l_onoff = 1 };
    setsockopt(peer, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    await async_close(peer);
    char c;
    // CHECK-NEXT: reset: 1
    printf("reset: %d\n", await async_read(client, &c, 1) == -ECONNRESET);

    await async_close(server);
    int other = socket(AF_INET, SOCK_STREAM, 0);
    // CHECK-NEXT: refused: 1
    printf("refused: %d\n", await async_connect(other, (struct sockaddr *)&address, sizeof address) == -ECONNREFUSED);
    return 0;
}
