// Datagrams keep their bounds and tell who has sent them; a receiver that is full is waited for.
// RUN: %build %s -o %t && %run %t | FileCheck %s

#include <async.h>
#include <errno.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

async void answer(int fd)
{
    for (int i = 0; i < 3; i++) {
        char text[100];
        struct sockaddr_in from;
        socklen_t length = sizeof from;
        ssize_t n = await async_recvfrom(fd, text, sizeof text, 0, (struct sockaddr *)&from, &length);
        await async_sendto(fd, text, (size_t)n, 0, (struct sockaddr *)&from, length);
    }
}

static int bound(struct sockaddr_in *address)
{
    socklen_t length = sizeof *address;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    *address = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    bind(fd, (struct sockaddr *)address, sizeof *address);
    getsockname(fd, (struct sockaddr *)address, &length);
    return fd;
}

async int count_datagrams(int fd, int count)
{
    char text[100];
    int complete = 0;
    await async_sleep(0.005);
    for (int i = 0; i < count; i++)
        complete += await async_read(fd, text, sizeof text) == 5;
    return complete;
}

async int main()
{
    struct sockaddr_in server, client, from;
    int s = bound(&server), c = bound(&client);
    auto answering = async_create_task(answer(s));
    for (int size = 0; size < 9; size += 4) {
        // CHECK: 0 bytes, of the server: 1
        // CHECK-NEXT: 4 bytes, of the server: 1
        // CHECK-NEXT: 8 bytes, of the server: 1
        char text[100] = { 0 };
        socklen_t length = sizeof from;
        await async_sendto(c, text, (size_t)size, 0, (struct sockaddr *)&server, sizeof server);
        ssize_t n = await async_recvfrom(c, text, sizeof text, 0, (struct sockaddr *)&from, &length);
        printf("%zd bytes, of the server: %d\n", n, from.sin_port == server.sin_port);
    }
    await answering;
    // CHECK-NEXT: nothing there: 1
    printf("nothing there: %d\n", await async_recvfrom(c, NULL, 0, MSG_DONTWAIT, NULL, NULL) == -EAGAIN);

    // More than a Unix socket keeps, from one that is not connected: its own room says nothing of that of the other.
    struct sockaddr_un local = { .sun_family = AF_UNIX };
    int size = snprintf(local.sun_path + 1, sizeof local.sun_path - 1, "asyncc-test-%ld", (long)getpid());
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)size);
    int receiver = socket(AF_UNIX, SOCK_DGRAM, 0), sender = socket(AF_UNIX, SOCK_DGRAM, 0), sent = 0;
    bind(receiver, (struct sockaddr *)&local, length);
    auto counting = async_create_task(count_datagrams(receiver, 1000));
    for (int i = 0; i < 1000; i++)
        sent += await async_sendto(sender, "hello", 5, 0, (struct sockaddr *)&local, length) == 5;
    // CHECK-NEXT: 1000 sent, 1000 complete
    printf("%d sent, %d complete\n", sent, await counting);
    return 0;
}
