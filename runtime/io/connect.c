// connect.c: addresses of hosts, and streams that are connected to them.

#define _GNU_SOURCE

#include <async.h>

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "io/address.h"
#include "io/stream.h"

int async__unix_address(const char *path, struct sockaddr_un *address)
{
    *address = (struct sockaddr_un){ .sun_family = AF_UNIX };
    if (strlen(path) >= sizeof address->sun_path)
        return -ENAMETOOLONG;
    strcpy(address->sun_path, path);
    return 0;
}

void async__send_at_once(int fd)
{
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);      // no socket of TCP: nothing happens
}

// A connected socket, or -errno.
static async int connect_to(const struct sockaddr *address, socklen_t size)
{
    int fd = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -errno;
    bool is_connected = false;
    defer if (!is_connected) await async_close(fd);
    int error = await async_connect(fd, address, size);
    if (error < 0)
        return error;
    is_connected = true;
    async__send_at_once(fd);
    return fd;
}

static async int connect_to_path(const char *path)
{
    struct sockaddr_un address;
    int error = async__unix_address(path, &address);
    return error ? error : await connect_to((struct sockaddr *)&address, sizeof address);
}

// Addresses that are numbers already need no thread that asks.
static bool are_numbers(const char *host, const char *port, int flags, struct addrinfo **list)
{
    struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = flags | AI_NUMERICHOST | AI_NUMERICSERV };
    return getaddrinfo(host, port, &hints, list) == 0;
}

async int async__find_addresses(const char *host, const char *port, int flags, struct addrinfo **list)
{
    struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = flags };
    return are_numbers(host, port, flags, list) ? 0 : await async_getaddrinfo(host, port, &hints, list);
}

static async int connect_to_host(const char *host, const char *port)
{
    struct addrinfo *list = NULL;
    int result = await async__find_addresses(host, port, AI_ADDRCONFIG, &list);
    if (result < 0)
        return result;
    defer freeaddrinfo(list);
    result = -EADDRNOTAVAIL;
    for (struct addrinfo *i = list; i && result < 0; i = i->ai_next)
        result = await connect_to(i->ai_addr, i->ai_addrlen);
    return result;
}

async struct async_stream *async_open_connection(const char *host, const char *port)
{
    int fd = host && host[0] == '/' ? await connect_to_path(host) : await connect_to_host(host, port);
    return fd < 0 ? async__stream_failed(fd) : async_stream_from_fd(fd);
}
