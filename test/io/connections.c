// Several connections are accepted by several tasks, over TCP and over a Unix socket; a connect that is waited for.
// RUN: %build %s -o %t && %run-whole %t | FileCheck %s

#include <async.h>
#include <errno.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { CLIENTS = 20, SERVERS = 3 };

static int served[SERVERS];

async void serve(int fd, int number)
{
    for (;;) {
        struct sockaddr_storage from;
        socklen_t length = sizeof from;
        int peer = await async_accept(fd, (struct sockaddr *)&from, &length);
        if (peer < 0) {
            printf("accept: %d\n", peer == -ECANCELED || peer == -EBADF);     // it waited, or was about to try
            return;
        }
        defer await async_close(peer);
        char text[100];
        ssize_t n = await async_recv(peer, text, sizeof text, 0);
        await async_write_all(peer, text, (size_t)n);
        served[number]++;
        await async_yield();
    }
}

async int call(const struct sockaddr *address, socklen_t length, int number)
{
    char text[100], answer[100];
    int fd = socket(address->sa_family, SOCK_STREAM, 0);
    defer await async_close(fd);
    int error = await async_connect(fd, address, length);
    if (error < 0)
        return error;
    int size = snprintf(text, sizeof text, "client %d", number);
    await async_send(fd, text, (size_t)size, 0);
    ssize_t n = await async_recv(fd, answer, sizeof answer, MSG_WAITALL);
    return n == size && memcmp(text, answer, (size_t)n) == 0;
}

async void try_family(const char *name, int family, struct sockaddr *address, socklen_t length, int backlog)
{
    int fd = socket(family, SOCK_STREAM, 0), right = 0;
    if (bind(fd, address, length) < 0 || listen(fd, backlog) < 0)
        printf("no socket\n");
    getsockname(fd, address, &length);
    memset(served, 0, sizeof served);
    async_group (g) {
        for (int i = 0; i < SERVERS; i++)
            async_spawn(g, serve(fd, i));
        future(int) calls[CLIENTS];
        int results[CLIENTS];
        for (int i = 0; i < CLIENTS; i++)
            calls[i] = async_create_task(call(address, length, i));
        await async_gather_array(calls, CLIENTS, results);
        for (int i = 0; i < CLIENTS; i++)
            right += results[i] == 1;
        await async_close(fd);
    }
    printf("%s: %d right, all have served: %d\n", name, right, served[0] && served[1] && served[2]);
}

async int main()
{
    // CHECK-COUNT-3: accept: 1
    // CHECK: TCP: 20 right, all have served: 1
    struct sockaddr_in tcp = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    await try_family("TCP", AF_INET, (struct sockaddr *)&tcp, sizeof tcp, CLIENTS);
    // There is room for one that is not accepted yet: the others wait in connect.
    // CHECK-COUNT-3: accept: 1
    // CHECK: Unix: 20 right, all have served: 1
    struct sockaddr_un local = { .sun_family = AF_UNIX };
    int size = snprintf(local.sun_path + 1, sizeof local.sun_path - 1, "asyncc-test-%ld", (long)getpid());
    await try_family("Unix", AF_UNIX, (struct sockaddr *)&local, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)size), 0);
    return 0;
}
