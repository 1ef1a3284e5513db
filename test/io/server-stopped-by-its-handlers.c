// Handlers that stop their server wait for the others, not for themselves.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <sys/types.h>

static struct async_server *server;
static int slow_ones, handlers;

async void handler(struct async_stream *s, void *argument)
{
    char command = 0;
    (void)argument;
    handlers++;
    defer handlers--;
    await async_stream_read(s, &command, 1);
    if (command == 's') {
        slow_ones++;
        await async_sleep(0.05);
        slow_ones--;
        return;
    }
    while (handlers < 3)
        await async_sleep(0.001);
    int error = await async_server_stop(server);
    printf("stopped by a handler: %d, slow ones: %d\n", error, slow_ones);
    await async_sleep(0.01);
}

async void ask(const char *port, const char *command)
{
    char byte;
    async_with (auto s = async_open_connection("127.0.0.1", port)) {
        await async_stream_write(s, command, 1);
        await async_stream_read(s, &byte, 1);
    }
}

async int main(void)
{
    char port[16];
    server = await async_start_server(handler, nullptr, "127.0.0.1", "0");
    snprintf(port, sizeof port, "%d", async_server_port(server));
    async_group (clients) {
        async_spawn(clients, ask(port, "s"));
        async_spawn(clients, ask(port, "q"));
        async_spawn(clients, ask(port, "q"));
        await async_sleep(0.02);
        int error = await async_server_stop(server);
        printf("stopped by main: %d, handlers: %d\n", error, handlers);
    }
    await async_server_close(server);
    return 0;
}
// CHECK: stopped by a handler: 0, slow ones: 0
// CHECK-NEXT: stopped by a handler: 0, slow ones: 0
// CHECK-NEXT: stopped by main: 0, handlers: 0
