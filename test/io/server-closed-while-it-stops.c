// A server that is closed is there until those that wait for its end have gone.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <sys/types.h>

async void slow_to_end(struct async_stream *s, void *argument)
{
    char byte;
    (void)argument;
    defer await async_sleep(0.02);
    await async_stream_read(s, &byte, 1);
}

async void stop(struct async_server *server, const char *when)
{
    int error = await async_server_stop(server);
    printf("stopped %s: %d\n", when, error);
}

async int main(void)
{
    char port[16];
    auto server = await async_start_server(slow_to_end, nullptr, "127.0.0.1", "0");
    snprintf(port, sizeof port, "%d", async_server_port(server));
    auto s = await async_open_connection("127.0.0.1", port);
    await async_sleep(0.01);
    auto before = async_create_task(stop(server, "before"));
    await async_yield();
    auto close = async_create_task(async_server_close(server));
    await async_yield();
    auto meanwhile = async_create_task(stop(server, "meanwhile"));
    printf("closed: %d\n", await close);
    await before;
    await meanwhile;
    await async_stream_close(s);
    return 0;
}
// CHECK-DAG: stopped before: 0
// CHECK-DAG: stopped meanwhile: 0
// CHECK-DAG: closed: 0
