// Clients that come and go for some seconds, cut off by themselves, by the server and by whoever cancels them: no byte is lost or
// wrong, and nothing is left.
// REQUIRES: asan
// RUN: %build %s -o %t && %t 5 | FileCheck %s
//
// Usage: echo [SECONDS] [CLIENTS]; `./dev fuzz soak`

#include <async.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include "../faults/Inputs/descriptors.h"

enum { MOST_CLIENTS = 5000, LONGEST = 300000 };

static struct {
    long sessions, whole, cut_by_client, cut_by_server, incomplete, cancelled;
    long long bytes;
} count;

static char port[16];
static double end_time;
static future(void) running[MOST_CLIENTS];

// ---- numbers

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005 + 1442695040888963407;
    uint64_t x = *state ^ *state >> 32;
    return x * 0xd6e8feb86659fd93 >> 24;
}

static uint64_t chaos = 1;

static bool is_one_of(unsigned n)
{
    return next(&chaos) % n == 0;
}

static void check(bool is_right, const char *what)
{
    if (is_right)
        return;
    printf("not so: %s\n", what);
    fflush(stdout);
    abort();
}

// ---- the server

async void echo(struct async_stream *s, void *argument)
{
    char bytes[4096];
    (void)argument;
    for (;;) {
        ssize_t n = await async_stream_read(s, bytes, sizeof bytes);
        if (n <= 0 || await async_stream_write(s, bytes, (size_t)n) < 0)
            return;
        if (is_one_of(500)) {
            count.cut_by_server++;
            return;
        }
    }
}

// ---- a client

// Most are short; some are more than all buffers hold.
static size_t draw_size(void)
{
    return 1 + next(&chaos) % (is_one_of(100) ? LONGEST : is_one_of(10) ? 20000 : 500);
}

static void fill(unsigned char *bytes, size_t size, uint64_t *state)
{
    for (size_t i = 0; i < size; i++)
        bytes[i] = (unsigned char)next(state);
}

// Sends, then fetches in pieces. False: the server is gone.
async bool exchange(struct async_stream *s, uint64_t *sent, uint64_t *fetched)
{
    size_t size = draw_size();
    unsigned char *bytes = malloc(size);
    defer free(bytes);
    fill(bytes, size, sent);
    if (await async_stream_write(s, bytes, size) < 0)
        return false;
    while (size > 0) {
        unsigned char piece[3000];
        ssize_t n = is_one_of(2) ? await async_stream_read(s, piece, size < sizeof piece ? size : sizeof piece)
                                 : await async_stream_readexactly(s, piece, 1 + size % 100 < size ? 1 + size % 100 : size);
        if (n <= 0)
            return false;
        for (ssize_t i = 0; i < n; i++)
            check(piece[i] == (unsigned char)next(fetched), "the bytes that come back are those that were sent");
        count.bytes += n;
        size -= (size_t)n;
    }
    return true;
}

async void session(void)
{
    uint64_t sent = next(&chaos), fetched = sent;
    count.sessions++;
    async_with (auto s = async_open_connection("127.0.0.1", port)) {
        check(async_stream_error(s) == 0, "there is a connection");
        for (int messages = (int)(next(&chaos) % 20); messages > 0; messages--) {
            if (!await exchange(s, &sent, &fetched)) {
                count.incomplete++;
                return;
            }
            if (is_one_of(4))
                await async_sleep((double)(next(&chaos) % 100) / 1000);
            if (is_one_of(50)) {
                await async_stream_write(s, "and away", 8);
                count.cut_by_client++;
                return;
            }
        }
        count.whole++;
    }
}

async void client(int number)
{
    while (async_loop_time() < end_time) {
        running[number] = async_create_task(session());
        if (await async_wait(running[number]) == ASYNC_CANCELLED)
            count.cancelled++;
        async_release(running[number]);
        running[number] = nullptr;
    }
}

async void cancel_some(int clients)
{
    while (async_loop_time() < end_time) {
        await async_sleep(0.002);
        int number = (int)(next(&chaos) % (unsigned)clients);
        if (running[number])
            async_cancel(running[number]);
    }
}

// ---- all of it

static void allow_descriptors(void)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

async int main(int argc, char **argv)
{
    double seconds = argc > 1 ? atof(argv[1]) : 60;
    int clients = argc > 2 ? atoi(argv[2]) : 1000, before = count_descriptors();
    check(clients > 0 && clients <= MOST_CLIENTS, "there may be so many clients");
    allow_descriptors();
    end_time = async_loop_time() + seconds;
    async_with (auto server = async_start_server(echo, nullptr, "127.0.0.1", "0")) {
        snprintf(port, sizeof port, "%d", async_server_port(server));
        async_group (g) {
            for (int i = 0; i < clients; i++)
                async_spawn(g, client(i));
            async_spawn(g, cancel_some(clients));
        }
    }
    printf("%ld connections: %ld whole, %ld cut by clients, %ld cut by the server, %ld cancelled; %lld bytes\n", count.sessions, count.whole,
           count.cut_by_client, count.cut_by_server, count.cancelled, count.bytes);
    check(count.incomplete <= count.cut_by_server, "only what the server cuts is incomplete");
    check(count.sessions <= count.whole + count.cut_by_client + count.incomplete + count.cancelled, "every session is accounted for");
    check(count.whole > 0 && count.cut_by_server > 0 && count.cancelled > 0, "all of it has happened");
    // CHECK: {{^}}no task and no descriptor is left
    check(async_all_tasks(nullptr, 0) == 1, "no tasks are left");
    check(count_descriptors() == before, "no descriptors are left");
    printf("no task and no descriptor is left\n");
    return 0;
}
