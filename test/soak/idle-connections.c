// 10,000 connections that say nothing: what each of them takes of our memory, its task, its handler and its stream.
// REQUIRES: plain
// RUN: %build %s -o %t && %t | FileCheck %s
// CHECK: 10000 connections, {{[0-9]+}} bytes each
#include <async.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

enum { CONNECTIONS = 10000, LIMIT = 2048 };

static int connected;
static struct async_event all = ASYNC_EVENT_INIT;

async void hold(struct async_stream *s, void *argument)
{
    char line[80];
    (void)argument;
    if (++connected == CONNECTIONS)
        async_event_set(&all);
    await async_stream_readline(s, line, sizeof line);
}

static long resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%*d %ld", &pages) != 1)
        abort();
    fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

static void allow_descriptors(void)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// The other side is a process of its own: its ends are not counted.
static int connect_all(int port)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    for (int i = 0; i < CONNECTIONS; i++) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to) < 0)
            return 1;
    }
    return getchar() == EOF ? 0 : 1;
}

async int main(int argc, char **argv)
{
    allow_descriptors();
    if (argc > 1)
        return connect_all(atoi(argv[1]));
    async_with (auto server = async_start_server(hold, nullptr, "127.0.0.1", "0")) {
        char port[16];
        snprintf(port, sizeof port, "%d", async_server_port(server));
        long before = resident();
        async_with (auto p = async_subprocess_exec((const char *const[]){ "/proc/self/exe", port, nullptr }, nullptr)) {
            async_timeout (30)
                await async_event_wait(&all);
            else
                return 1;
            long each = (resident() - before) / CONNECTIONS;
            printf("%d connections, %ld bytes each\n", connected, each);
            if (each > LIMIT)
                return 1;
            await async_stream_shutdown(async_process_stdin(p));
            await async_process_wait(p);
        }
    }
    return 0;
}
