// Operations on descriptors on bad days: a value or an error, the right bytes, and nobody waits forever.
// RUN: %build %s -o %t && %many-faults %t
#include <async.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "Inputs/descriptors.h"

enum { SIZE = 200000 };

static void check(bool is_right, const char *what)
{
    if (is_right)
        return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

async void pour(int fd)
{
    char *bytes = malloc(SIZE);
    for (int i = 0; i < SIZE; i++)
        bytes[i] = (char)(i * 31 >> 3);
    ssize_t n = await async_write_all(fd, bytes, SIZE);
    check(n == SIZE || n < 0, "all is written");
    free(bytes);
    await async_close(fd);
}

async void drink(int fd)
{
    char text[3000];
    int sum = 0;
    ssize_t n;
    while ((n = await async_read(fd, text, sizeof text)) > 0)
        for (ssize_t i = 0; i < n; i++, sum++)
            check(text[i] == (char)(sum * 31 >> 3), "the bytes are those that were written");
    await async_close(fd);
}

async void connect_and_pour(const struct sockaddr_in *to)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (await async_connect(fd, (const struct sockaddr *)to, sizeof *to) < 0)
        await async_close(fd);
    else
        await pour(fd);
}

async void accept_and_drink(int listener)
{
    int fd = -1;
    async_timeout (0.2)
        fd = await async_accept(listener, nullptr, nullptr);
    if (fd >= 0)
        await drink(fd);
}

async void over_tcp(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    unsigned size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&address, size);
    listen(listener, 5);
    getsockname(listener, (struct sockaddr *)&address, &size);
    await async_gather(connect_and_pour(&address), accept_and_drink(listener));
    await async_close(listener);
}

async void datagrams(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    unsigned size = sizeof address;
    int a = socket(AF_INET, SOCK_DGRAM, 0), b = socket(AF_INET, SOCK_DGRAM, 0);
    char text[10];
    bind(a, (struct sockaddr *)&address, size);
    getsockname(a, (struct sockaddr *)&address, &size);
    for (int i = 0; i < 20; i++) {
        ssize_t n = await async_sendto(b, "hello", 5, 0, (struct sockaddr *)&address, size);
        check(n == 5 || n < 0, "a datagram is sent whole");
        if (n < 0)
            continue;
        struct sockaddr_in from;
        unsigned from_size = sizeof from;
        do
            n = await async_recvfrom(a, text, sizeof text, 0, (struct sockaddr *)&from, &from_size);
        while (n < 0);
        check(n == 5 && memcmp(text, "hello", 5) == 0, "and comes whole");
    }
    await async_close(a);
    await async_close(b);
}

async int main(void)
{
    int before = count_descriptors(), ends[2];
    pipe(ends);
    await async_gather(pour(ends[1]), drink(ends[0]));
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    await async_gather(pour(ends[1]), drink(ends[0]));
    await over_tcp();
    await datagrams();
    check(count_descriptors() == before, "no descriptors are left");
    return 0;
}
