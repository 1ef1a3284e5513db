// faults.c: system calls that fail, or do less than they were asked for, as a seed says.
//
//     ASYNC_FAULTS=again,short:17          these kinds, seed 17; without it nothing is changed
//     ASYNC_FAULTS=harmful:17:50           all kinds; one call in 50 that could fail does (one in 4 without this)
//
// Only the runtime's own calls come here: the names in calls.txt are replaced in a copy of its library (runtime_with_faults in
// test/flavours.cmake), and what the test program calls itself goes to the kernel as ever. A fault leaves the descriptor in the
// state that it would be in: what did nothing has done nothing, and a connection that is reset is gone.
//
//     interrupted   EINTR                                                these three are `harmless`:
//     again         EAGAIN where the call may give it, ECONNABORTED      no program may behave differently
//     short         fewer bytes than there are
//     want          no descriptors, no memory
//     broken        the other side is gone                               `harmful`: any of the five
//
// The nth call of a process is always treated in the same way.

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    INTERRUPTED = 1, AGAIN = 2, SHORT = 4, WANT = 8, BROKEN = 16, HARMLESS = INTERRUPTED | AGAIN | SHORT, HARMFUL = 31
};

static const struct { const char *name; unsigned kinds; } words[] = {
    { "interrupted", INTERRUPTED }, { "again", AGAIN }, { "short", SHORT }, { "want", WANT }, { "broken", BROKEN },
    { "harmless", HARMLESS }, { "harmful", HARMFUL },
};

static unsigned kinds_on;
static uint64_t seed, one_in = 4;
static atomic_uint_fast64_t calls;

__attribute__((constructor)) static void read_environment(void)
{
    const char *text = getenv("ASYNC_FAULTS");
    while (text && *text && *text != ':') {
        size_t length = strcspn(text, ",:");
        unsigned kinds = 0;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strlen(words[i].name) == length && memcmp(words[i].name, text, length) == 0)
                kinds = words[i].kinds;
        if (!kinds) {
            fprintf(stderr, "ASYNC_FAULTS: there is no kind '%.*s'\n", (int)length, text);
            exit(2);
        }
        kinds_on |= kinds;
        text += length + (text[length] == ',');
    }
    if (!text || !*text)
        return;
    char *end;
    seed = strtoull(text + 1, &end, 0);
    if (*end == ':')
        one_in = strtoull(end + 1, NULL, 0);
}

static uint64_t draw(void)
{
    uint64_t x = seed * 0x9e3779b97f4a7c15 + ++calls * 0xd1342543de82ef95;
    x = (x ^ x >> 32) * 0xd6e8feb86659fd93;
    x = (x ^ x >> 32) * 0xd6e8feb86659fd93;
    return x ^ x >> 32;
}

// One of the kinds that are possible here, or 0.
static unsigned fault(unsigned possible)
{
    unsigned some[5], count = 0;
    for (unsigned kind = 1; kind < HARMFUL; kind *= 2)
        if (kind & possible & kinds_on)
            some[count++] = kind;
    if (count == 0)
        return 0;
    uint64_t drawn = draw();
    return drawn % one_in ? 0 : some[drawn / one_in % count];
}

static int failed(int error)
{
    errno = error;
    return -1;
}

static int one_of(int a, int b)
{
    return draw() & 1 ? a : b;
}

// ---- what a descriptor is

static bool is_pipe(int fd)
{
    struct stat info;
    return fstat(fd, &info) == 0 && S_ISFIFO(info.st_mode);
}

static bool is_nonblocking(int fd)
{
    return fcntl(fd, F_GETFL) & O_NONBLOCK;
}

static bool is_stream(int fd)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM;
}

static bool is_connected(int fd)
{
    struct sockaddr_storage address;
    socklen_t size = sizeof address;
    return getpeername(fd, (struct sockaddr *)&address, &size) == 0;
}

static unsigned kinds_of_socket(int fd, int flags, size_t size)
{
    struct stat info;
    if (fstat(fd, &info) < 0 || !S_ISSOCK(info.st_mode))
        return 0;
    unsigned kinds = INTERRUPTED | WANT;
    if (flags & MSG_DONTWAIT || is_nonblocking(fd))
        kinds |= AGAIN;
    if (is_stream(fd) && is_connected(fd))
        kinds |= BROKEN | (size > 1 ? SHORT : 0);
    return kinds;
}

static unsigned kinds_of_pipe(int fd, size_t size)
{
    if (!is_pipe(fd))
        return 0;
    return INTERRUPTED | (is_nonblocking(fd) ? AGAIN : 0) | (size > 1 ? SHORT : 0);
}

static size_t fewer(size_t size)
{
    return 1 + draw() % (size - 1);
}

// ---- sockets

// What fails before anything has happened. 0: nothing does.
static int fails_of_socket(int fd, unsigned kind, bool is_input)
{
    switch (kind) {
    case INTERRUPTED: return EINTR;
    case AGAIN: return EAGAIN;
    case WANT: return is_input ? ENOMEM : one_of(ENOBUFS, ENOMEM);
    case BROKEN:
        shutdown(fd, SHUT_RDWR);
        return is_input ? one_of(ECONNRESET, ETIMEDOUT) : one_of(ECONNRESET, EPIPE);
    default: return 0;
    }
}

ssize_t faulty_recv(int fd, void *buffer, size_t size, int flags)
{
    unsigned kind = fault(kinds_of_socket(fd, flags, size));
    int error = fails_of_socket(fd, kind, true);
    return error ? failed(error) : recv(fd, buffer, kind == SHORT ? fewer(size) : size, flags);
}

ssize_t faulty_recvfrom(int fd, void *buffer, size_t size, int flags, struct sockaddr *from, socklen_t *length)
{
    unsigned kind = fault(kinds_of_socket(fd, flags, size));
    int error = fails_of_socket(fd, kind, true);
    return error ? failed(error) : recvfrom(fd, buffer, kind == SHORT ? fewer(size) : size, flags, from, length);
}

ssize_t faulty_send(int fd, const void *buffer, size_t size, int flags)
{
    unsigned kind = fault(kinds_of_socket(fd, flags, size));
    int error = fails_of_socket(fd, kind, false);
    return error ? failed(error) : send(fd, buffer, kind == SHORT ? fewer(size) : size, flags);
}

ssize_t faulty_sendto(int fd, const void *buffer, size_t size, int flags, const struct sockaddr *to, socklen_t length)
{
    unsigned kind = fault(kinds_of_socket(fd, flags, size));
    int error = fails_of_socket(fd, kind, false);
    return error ? failed(error) : sendto(fd, buffer, kind == SHORT ? fewer(size) : size, flags, to, length);
}

int faulty_accept4(int fd, struct sockaddr *from, socklen_t *length, int flags)
{
    switch (fault(INTERRUPTED | AGAIN | WANT | BROKEN)) {
    case INTERRUPTED: return failed(EINTR);
    case AGAIN: return failed(is_nonblocking(fd) ? EAGAIN : ECONNABORTED);
    case WANT: return failed(draw() & 2 ? one_of(EMFILE, ENFILE) : one_of(ENOBUFS, ENOMEM));
    case BROKEN: return failed(one_of(EPROTO, ENETDOWN));
    default: return accept4(fd, from, length, flags);
    }
}

// An interrupted one goes on by itself.
int faulty_connect(int fd, const struct sockaddr *to, socklen_t length)
{
    bool is_unix = to->sa_family == AF_UNIX;
    switch (fault(INTERRUPTED | (is_unix && is_nonblocking(fd) ? AGAIN : 0) | WANT | BROKEN)) {
    case INTERRUPTED: {
        int result = connect(fd, to, length);
        return result == 0 ? failed(EINTR) : result;
    }
    case AGAIN: return failed(EAGAIN);
    case WANT: return failed(is_unix ? ENOMEM : one_of(ENOBUFS, EADDRNOTAVAIL));
    case BROKEN: return failed(is_unix ? ECONNREFUSED : one_of(ENETUNREACH, ECONNREFUSED));
    default: return connect(fd, to, length);
    }
}

int faulty_bind(int fd, const struct sockaddr *to, socklen_t length)
{
    return fault(WANT) ? failed(one_of(EADDRINUSE, ENOMEM)) : bind(fd, to, length);
}

int faulty_listen(int fd, int backlog)
{
    return fault(WANT) ? failed(EADDRINUSE) : listen(fd, backlog);
}

// ---- pipes

ssize_t faulty_read(int fd, void *buffer, size_t size)
{
    unsigned kind = fault(kinds_of_pipe(fd, size));
    if (kind == INTERRUPTED || kind == AGAIN)
        return failed(kind == AGAIN ? EAGAIN : EINTR);
    return read(fd, buffer, kind == SHORT ? fewer(size) : size);
}

ssize_t faulty_write(int fd, const void *buffer, size_t size)
{
    // A single byte may be the one that wakes the loop: that pipe is never full before it is told of.
    unsigned kind = fault(size == 1 ? INTERRUPTED : kinds_of_pipe(fd, size) | (is_pipe(fd) ? BROKEN : 0));
    switch (kind) {
    case INTERRUPTED: return failed(EINTR);
    case AGAIN: return failed(EAGAIN);
    case BROKEN:
        raise(SIGPIPE);
        return failed(EPIPE);
    default: return write(fd, buffer, kind == SHORT ? fewer(size) : size);
    }
}

// ---- files, names and threads. A file gives fewer bytes than there are only if something is wrong

ssize_t faulty_pread64(int fd, void *buffer, size_t size, off_t offset)
{
    switch (fault(INTERRUPTED | BROKEN)) {
    case INTERRUPTED: return failed(EINTR);
    case BROKEN: return size > 1 && draw() & 2 ? pread(fd, buffer, fewer(size), offset) : failed(EIO);
    default: return pread(fd, buffer, size, offset);
    }
}

ssize_t faulty_pwrite64(int fd, const void *buffer, size_t size, off_t offset)
{
    switch (fault(INTERRUPTED | BROKEN)) {
    case INTERRUPTED: return failed(EINTR);
    case BROKEN: return size > 1 && draw() & 2 ? pwrite(fd, buffer, fewer(size), offset) : failed(one_of(ENOSPC, EIO));
    default: return pwrite(fd, buffer, size, offset);
    }
}

int faulty_fsync(int fd)
{
    switch (fault(INTERRUPTED | BROKEN)) {
    case INTERRUPTED: return failed(EINTR);
    case BROKEN: return failed(EIO);
    default: return fsync(fd);
    }
}

int faulty_getaddrinfo(const char *host, const char *port, const struct addrinfo *hints, struct addrinfo **list)
{
    return fault(WANT) ? one_of(EAI_MEMORY, EAI_AGAIN) : getaddrinfo(host, port, hints, list);
}

int faulty_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument)
{
    return fault(WANT) ? EAGAIN : pthread_create(thread, attributes, function, argument);
}

// ---- waiting

// A look that finds something is not interrupted.
int faulty_poll(struct pollfd *set, nfds_t count, int timeout)
{
    if (fault(WANT))
        return failed(ENOMEM);
    int n = poll(set, count, timeout);
    return n == 0 && fault(INTERRUPTED) ? failed(EINTR) : n;
}

int faulty_ppoll(struct pollfd *set, nfds_t count, const struct timespec *timeout, const sigset_t *mask)
{
    bool waits = !timeout || timeout->tv_sec || timeout->tv_nsec;
    return waits && fault(INTERRUPTED) ? failed(EINTR) : ppoll(set, count, timeout, mask);
}

int faulty_epoll_wait(int fd, struct epoll_event *events, int count, int timeout)
{
    return timeout && fault(INTERRUPTED) ? failed(EINTR) : epoll_wait(fd, events, count, timeout);
}

int faulty_epoll_pwait2(int fd, struct epoll_event *events, int count, const struct timespec *timeout, const sigset_t *mask)
{
    bool waits = !timeout || timeout->tv_sec || timeout->tv_nsec;
    return waits && fault(INTERRUPTED) ? failed(EINTR) : epoll_pwait2(fd, events, count, timeout, mask);
}

int faulty_epoll_ctl(int epoll, int operation, int fd, struct epoll_event *event)
{
    return operation != EPOLL_CTL_DEL && fault(WANT) ? failed(one_of(ENOMEM, ENOSPC)) : epoll_ctl(epoll, operation, fd, event);
}

int faulty_waitid(idtype_t what, id_t which, siginfo_t *info, int options)
{
    return fault(INTERRUPTED) ? failed(EINTR) : waitid(what, which, info, options);
}

pid_t faulty_waitpid(pid_t pid, int *status, int options)
{
    return fault(INTERRUPTED) ? failed(EINTR) : waitpid(pid, status, options);
}

// ---- making descriptors and closing them

int faulty_socket(int family, int type, int protocol)
{
    return fault(WANT) ? failed(one_of(EMFILE, ENOBUFS)) : socket(family, type, protocol);
}

int faulty_pipe2(int ends[2], int flags)
{
    return fault(WANT) ? failed(one_of(EMFILE, ENFILE)) : pipe2(ends, flags);
}

int faulty_epoll_create1(int flags)
{
    return fault(WANT) ? failed(one_of(EMFILE, ENOMEM)) : epoll_create1(flags);
}

int faulty_eventfd(unsigned value, int flags)
{
    return fault(WANT) ? failed(EMFILE) : eventfd(value, flags);
}

int faulty_timerfd_create(int clock, int flags)
{
    return fault(WANT) ? failed(EMFILE) : timerfd_create(clock, flags);
}

int faulty_open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    switch (fault(INTERRUPTED | WANT)) {
    case INTERRUPTED: return failed(EINTR);
    case WANT: return failed(EMFILE);
    default: return open(path, flags, mode);
    }
}

int faulty_fcntl(int fd, int command, ...)
{
    va_list more;
    va_start(more, command);
    long argument = va_arg(more, long);
    va_end(more);
    if (command == F_DUPFD_CLOEXEC && fault(WANT))
        return failed(EMFILE);
    return fcntl(fd, command, argument);
}

int faulty_posix_spawnp(pid_t *pid, const char *name, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                        char *const argv[], char *const environment[])
{
    return fault(WANT) ? one_of(EAGAIN, ENOMEM) : posix_spawnp(pid, name, actions, attributes, argv, environment);
}

// Of processes: pidfd_open and pidfd_send_signal.
long faulty_syscall(long number, ...)
{
    va_list more;
    long arguments[6];
    va_start(more, number);
    for (int i = 0; i < 6; i++)
        arguments[i] = va_arg(more, long);
    va_end(more);
    if (number == SYS_pidfd_open && fault(WANT))
        return failed(one_of(EMFILE, ENOMEM));
    return syscall(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
}

// The number is free also if a signal came.
int faulty_close(int fd)
{
    int result = close(fd);
    return result == 0 && fault(INTERRUPTED) ? failed(EINTR) : result;
}
