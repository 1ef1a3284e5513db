// A TCP server that sends back what it is sent, on epoll: argv[1] requests over argv[2] connections.
#define _GNU_SOURCE
#include <stdio.h>

#include "../load.h"

static void watch(int epoll, int fd)
{
    struct epoll_event event = { .events = EPOLLIN, .data = { .fd = fd } };
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

int main(int argc, char **argv)
{
    long requests = argc > 1 ? atol(argv[1]) : 100000, served = 0;
    int connections = argc > 2 ? atoi(argv[2]) : 50, port, listener = listen_somewhere(&port), epoll = epoll_create1(0), open = connections;
    struct epoll_event events[64];
    char buffer[4096];
    start_asking(port, connections, requests);
    watch(epoll, listener);
    while (open > 0) {
        int count = epoll_wait(epoll, events, 64, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) {
                int accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                if (accepted >= 0) {
                    send_at_once(accepted);
                    watch(epoll, accepted);
                }
                continue;
            }
            ssize_t n = recv(fd, buffer, sizeof buffer, 0);
            if (n > 0) {
                if (send(fd, buffer, (size_t)n, MSG_NOSIGNAL) == n)
                    served++;
            } else if (n == 0) {
                close(fd);
                open--;
            }
        }
    }
    printf("%ld\n", served);
    return 0;
}
