// Who asks the servers of this row: a process of its own, which nobody waits for, so that its time is not counted as the server's.
// Each connection sends 64 bytes, waits until they have come back, and so on.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MESSAGE = 64 };

static int listen_somewhere(int *port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, size) < 0 || listen(fd, 4096) < 0 || getsockname(fd, (struct sockaddr *)&address, &size) < 0)
        abort();
    *port = ntohs(address.sin_port);
    return fd;
}

static void send_at_once(int fd)
{
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

static int connect_to(int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr = { htonl(INADDR_LOOPBACK) } };
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0)
        abort();
    send_at_once(fd);
    return fd;
}

// Asks once more, or closes where nothing is left to ask. Is the connection still open?
static int ask_next(int fd, long *left, const char *message)
{
    if (*left == 0) {
        close(fd);
        return 0;
    }
    --*left;
    if (send(fd, message, MESSAGE, 0) != MESSAGE)
        abort();
    return 1;
}

static void ask(int port, int connections, long requests)
{
    char message[MESSAGE];
    int epoll = epoll_create1(0), open = 0;
    long *left = (long *)calloc((size_t)connections + 16, sizeof *left);
    struct epoll_event events[256];
    memset(message, 'x', sizeof message);
    for (int i = 0; i < connections; i++) {
        int fd = connect_to(port);
        struct epoll_event event = { .events = EPOLLIN, .data = { .u64 = (unsigned long long)i << 32 | (unsigned)fd } };
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
        left[i] = requests / connections + (i < requests % connections);
        open += ask_next(fd, &left[i], message);
    }
    while (open > 0) {
        int n = epoll_wait(epoll, events, 256, -1);
        for (int k = 0; k < n; k++) {
            int fd = (int)(events[k].data.u64 & 0xffffffff);
            if (recv(fd, message, sizeof message, MSG_WAITALL) != sizeof message)
                abort();
            open -= !ask_next(fd, &left[events[k].data.u64 >> 32], message);
        }
    }
    free(left);
}

static void start_asking(int port, int connections, long requests)
{
    pid_t child = fork();
    if (child == 0) {
        if (fork() == 0) {
            alarm(120);
            ask(port, connections, requests);
        }
        _exit(0);
    }
    waitpid(child, NULL, 0);
}
