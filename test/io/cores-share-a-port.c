// Loops on several cores listen at one port, and every connection is served by one of them.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CORES = 2, CLIENTS = 40 };

struct shared {
    char port[16];
    int ready, served[CORES];
};

struct core {
    struct shared *shared;
    size_t index;
};

// Keeps a port for those who say, as it does, that they share it.
static int take_port(char *port, size_t size)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof address;
    int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    bind(fd, (struct sockaddr *)&address, length);
    getsockname(fd, (struct sockaddr *)&address, &length);
    snprintf(port, size, "%d", ntohs(address.sin_port));
    return fd;
}

static async void answer(struct async_stream *s, void *argument)
{
    struct core *core = argument;
    char line[8];
    if (await async_stream_readline(s, line, sizeof line) > 0)
        await async_stream_write(s, "yes\n", 4);
    core->shared->served[core->index]++;
}

static async bool ask(const char *port)
{
    char line[8];
    async_with (auto s = async_open_connection("127.0.0.1", port)) {
        await async_stream_write(s, "?\n", 2);
        return await async_stream_readline(s, line, sizeof line) == 4;
    }
    return false;
}

static async int work(size_t index, void *argument)
{
    struct core core = { argument, index };
    int answered = 0;
    async_with (auto server = async_start_server(answer, &core, "127.0.0.1", core.shared->port)) {
        if (async_server_error(server))
            return async_server_error(server);
        __atomic_add_fetch(&core.shared->ready, 1, __ATOMIC_SEQ_CST);
        while (__atomic_load_n(&core.shared->ready, __ATOMIC_SEQ_CST) < CORES)
            await async_sleep(0.001);
        for (int i = 0; i < CLIENTS; i++)
            answered += await ask(core.shared->port);
        // Who has no more questions may still be asked.
        __atomic_add_fetch(&core.shared->ready, 1, __ATOMIC_SEQ_CST);
        while (__atomic_load_n(&core.shared->ready, __ATOMIC_SEQ_CST) < 2 * CORES)
            await async_sleep(0.001);
        await async_server_stop(server);
    }
    return answered == CLIENTS ? 0 : -1;
}

int main(void)
{
    struct shared shared = { 0 };
    int fd = take_port(shared.port, sizeof shared.port);
    printf("%d\n", async_run_on_cores(CORES, work, &shared));
    printf("served %d\n", shared.served[0] + shared.served[1]);
    printf("each: %d\n", shared.served[0] > 0 && shared.served[1] > 0);
    close(fd);
    return 0;
}
// CHECK: 0
// CHECK-NEXT: served 80
// CHECK-NEXT: each: 1
