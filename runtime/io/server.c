// server.c: listening sockets, and a task for each connection.
//
//     server ──┬─ accept task, one per socket, and another one in which it accepts
//              └─ connection tasks: handler, then the end of its stream
//
// Each of these tasks knows its place in the server's list for as long as it runs, so the server can ask all of them to stop, and
// knows when the last one has ended.

#define _GNU_SOURCE

#include <async.h>

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/alloc.h"
#include "core/park.h"
#include "io/address.h"
#include "io/stream.h"

enum { MOST_SOCKETS = 16 };

// Something that the server runs. It lies in the frame of its task.
struct work {
    struct async_task *task;
    bool stops;                      // a handler that has called async_server_stop
    struct work *next, **prev;
};

struct async_server {
    int error;
    async_future(void) (*handler)(struct async_stream *, void *);
    void *argument;
    int sockets[MOST_SOCKETS];
    unsigned socket_count;
    char *path;                      // of a Unix socket: to be removed
    struct work *accepting, *serving;
    unsigned users;                  // calls of stop that are inside
    struct async__line ended;        // who waits for the end of some work, or of the last user
};

static _Thread_local struct async_server no_memory;

static void add(struct work **list, struct work *work)
{
    work->task = async_current_task();
    work->stops = false;
    work->next = *list;
    work->prev = list;
    if (work->next)
        work->next->prev = &work->next;
    *list = work;
}

static void wake_all(struct async_server *server)
{
    while (async__unpark(&server->ended, 0))
        ;
}

static void remove_work(struct async_server *server, struct work *work)
{
    *work->prev = work->next;
    if (work->next)
        work->next->prev = work->prev;
    wake_all(server);
}

// ---- connections

static async void serve(struct async_server *server, struct async_stream *s)
{
    struct work work;
    add(&server->serving, &work);
    defer remove_work(server, &work);
    defer await async__stream_abort(s);
    future(void) handled = server->handler(s, server->argument);
    await handled;
    await async_stream_drain(s);         // not in the cleanup: who stops the server does not wait for those that never read
}

// False: no memory. The task begins at once: one that was stopped before it began would not close its stream.
static async bool begin_serving(struct async_server *server, int fd)
{
    async__send_at_once(fd);
    struct async_stream *s = async__stream_new(fd, fd);
    if (!s)
        return false;
    s->is_owned = true;
    future(void) task = serve(server, s);
    if (!async_valid(task)) {
        await async__stream_abort(s);
        return false;
    }
    async_detach(async_start(task));
    return true;
}

// Descriptors or memory will be there again when some connection has ended: until then the kernel keeps those that come.
static bool is_want(int error)
{
    return error == -EMFILE || error == -ENFILE || error == -ENOBUFS || error == -ENOMEM;
}

// Accepts until something is wrong, and gives what.
static async int accept_some(struct async_server *server, int socket)
{
    for (;;) {
        int fd = await async_accept(socket, NULL, NULL);
        if (fd < 0)
            return fd;
        if (!await begin_serving(server, fd))
            return -ENOMEM;
    }
}

// What may want memory has a task of its own: here the waits need none, so a server does not go deaf when there is none for a while.
static async void accept_all(struct async_server *server, int socket)
{
    struct work work;
    add(&server->accepting, &work);
    defer remove_work(server, &work);
    for (;;) {
        int result = 0, reason = await async_join(accept_some(server, socket), &result);
        int error = reason ? reason : result;
        if (is_want(error))
            await async_sleep(0.1);
        else if (error == -ECANCELED || error == -EBADF || error == -EINVAL)
            return;
    }
}

// ---- sockets

static int listen_at(struct async_server *server, const struct sockaddr *address, socklen_t size)
{
    int on = 1, fd = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -errno;
    if (address->sa_family != AF_UNIX)
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address->sa_family != AF_UNIX && async__is_on_cores())
        setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (address->sa_family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (bind(fd, address, size) < 0 || listen(fd, SOMAXCONN) < 0) {
        int error = -errno;
        close(fd);
        return error;
    }
    server->sockets[server->socket_count++] = fd;
    return 0;
}

// True if a socket was left there by a program that has ended.
static bool is_left_over(const struct sockaddr_un *address)
{
    struct stat info;
    if (stat(address->sun_path, &info) < 0 || !S_ISSOCK(info.st_mode))
        return false;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    bool is_refused = fd >= 0 && connect(fd, (const struct sockaddr *)address, sizeof *address) < 0 && errno == ECONNREFUSED;
    if (fd >= 0)
        close(fd);
    return is_refused;
}

static int listen_at_path(struct async_server *server, const char *path)
{
    struct sockaddr_un address;
    int error = async__unix_address(path, &address);
    if (error)
        return error;
    char *copy = async__alloc(strlen(path) + 1);
    if (!copy)
        return -ENOMEM;
    error = listen_at(server, (struct sockaddr *)&address, sizeof address);
    if (error == -EADDRINUSE && is_left_over(&address) && unlink(path) == 0)
        error = listen_at(server, (struct sockaddr *)&address, sizeof address);
    if (error)
        async__free(copy);
    else
        server->path = strcpy(copy, path);
    return error;
}

// The first socket was given a port; all others take the same one.
static void set_port(struct sockaddr *address, int port)
{
    if (address->sa_family == AF_INET)
        ((struct sockaddr_in *)address)->sin_port = htons((unsigned short)port);
    else if (address->sa_family == AF_INET6)
        ((struct sockaddr_in6 *)address)->sin6_port = htons((unsigned short)port);
}

static int listen_at_all(struct async_server *server, struct addrinfo *list)
{
    int error = 0;
    for (struct addrinfo *i = list; i && server->socket_count < MOST_SOCKETS; i = i->ai_next) {
        if (server->socket_count > 0)
            set_port(i->ai_addr, async_server_port(server));
        int this_error = listen_at(server, i->ai_addr, i->ai_addrlen);
        // A machine without one of the two protocols has its addresses all the same.
        if (this_error && this_error != -EAFNOSUPPORT && this_error != -EADDRNOTAVAIL)
            return this_error;
        error = error ? error : this_error;
    }
    return server->socket_count > 0 ? 0 : error ? error : -EADDRNOTAVAIL;
}

static async int listen_at_host(struct async_server *server, const char *host, const char *port)
{
    struct addrinfo *list = NULL;
    int error = await async__find_addresses(host, port, AI_PASSIVE, &list);
    if (error < 0)
        return error;
    defer freeaddrinfo(list);
    return listen_at_all(server, list);
}

// ---- making and ending

static void close_sockets(struct async_server *server)
{
    for (unsigned i = 0; i < server->socket_count; i++) {
        async__fd_forget(server->sockets[i]);
        close(server->sockets[i]);
    }
    server->socket_count = 0;
    if (server->path)
        unlink(server->path);
    async__free(server->path);
    server->path = NULL;
}

static int begin_accepting(struct async_server *server)
{
    for (unsigned i = 0; i < server->socket_count; i++) {
        future(void) task = async_create_task(accept_all(server, server->sockets[i]));
        if (!async_valid(task))
            return -ENOMEM;
        async_detach(task);
    }
    return 0;
}

static async void wait_for_all(struct async_server *server, struct work **list)
{
    while (*list)
        await async__park(&server->ended);
}

static void stop(struct work *list)
{
    for (struct work *i = list; i; i = i->next)
        async_task_cancel(i->task);
}

async struct async_server *async_start_server(async_future(void) (*handler)(struct async_stream *, void *), void *argument,
                                              const char *host, const char *port)
{
    struct async_server *server = async__alloc(sizeof *server);
    if (!server) {
        no_memory = (struct async_server){ .error = -ENOMEM };
        return &no_memory;
    }
    *server = (struct async_server){ .handler = handler, .argument = argument };
    bool is_whole = false;
    defer if (!is_whole) await async_server_close(server);
    server->error = host && host[0] == '/' ? listen_at_path(server, host) : await listen_at_host(server, host, port);
    if (!server->error)
        server->error = begin_accepting(server);
    if (server->error)
        close_sockets(server);
    is_whole = true;
    return server;
}

int async_server_error(const struct async_server *server)
{
    return server->error;
}

int async_server_port(const struct async_server *server)
{
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
    } address;
    socklen_t size = sizeof address;
    if (server->error || server->socket_count == 0)
        return server->error ? server->error : -ENOTCONN;
    if (getsockname(server->sockets[0], &address.any, &size) < 0)
        return -errno;
    return address.any.sa_family == AF_INET ? ntohs(address.v4.sin_port) : address.any.sa_family == AF_INET6 ? ntohs(address.v6.sin6_port) : 0;
}

static void leave(struct async_server *server)
{
    server->users--;
    wake_all(server);
}

// The handler that runs, if it is one.
static struct work *find_handler(const struct async_server *server)
{
    struct work *own = server->serving;
    while (own && own->task != async_current_task())
        own = own->next;
    return own;
}

// Handlers that stop their server do not wait for each other, nor each for itself. Anybody else waits for them, too.
static bool has_handlers(const struct async_server *server, bool but_those_that_stop)
{
    const struct work *i = server->serving;
    while (i && but_those_that_stop && i->stops)
        i = i->next;
    return i != NULL;
}

async int async_server_stop(struct async_server *server)
{
    server->users++;
    defer leave(server);
    close_sockets(server);
    stop(server->accepting);
    struct work *own = find_handler(server);
    if (own)
        own->stops = true;
    wake_all(server);
    await wait_for_all(server, &server->accepting);
    while (has_handlers(server, own))
        await async__park(&server->ended);
    return server->error;
}

static async void end(struct async_server *server)
{
    close_sockets(server);
    stop(server->accepting);
    await wait_for_all(server, &server->accepting);
    stop(server->serving);
    await wait_for_all(server, &server->serving);
    while (server->users)
        await async__park(&server->ended);
    if (server != &no_memory)
        async__free(server);
}

async int async_server_close(struct async_server *server)
{
    if (!server)
        return 0;
    int error = server->error;
    defer await end(server);
    return error;
}
