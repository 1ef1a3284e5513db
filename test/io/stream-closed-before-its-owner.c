// A handler may close its stream, and a program the streams of a process: the server and the process free them.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/types.h>

static struct async_event ended = ASYNC_EVENT_INIT;

async void handler(struct async_stream *s, void *argument)
{
    (void)argument;
    await async_stream_write(s, "bye\n", 4);
    printf("closed by the handler: %d\n", await async_stream_close(s));
    await async_event_wait(&ended);
    printf("afterwards: %d\n", await async_stream_write(s, "more\n", 5) == -ECANCELED);
}

async void of_server(void)
{
    char port[16], line[16];
    auto server = await async_start_server(handler, nullptr, "127.0.0.1", "0");
    snprintf(port, sizeof port, "%d", async_server_port(server));
    auto s = await async_open_connection("127.0.0.1", port);
    printf("got %zd\n", await async_stream_readline(s, line, sizeof line));
    printf("and the end: %zd\n", await async_stream_readline(s, line, sizeof line));
    async_event_set(&ended);
    await async_server_stop(server);
    await async_server_close(server);
    await async_stream_close(s);
}

async void of_process(void)
{
    char line[16];
    const char *cat[] = { "cat", nullptr };
    auto p = await async_subprocess_exec(cat, nullptr);
    await async_stream_write(async_process_stdin(p), "hello\n", 6);
    printf("closed: %d\n", await async_stream_close(async_process_stdin(p)));
    printf("cat says %zd\n", await async_stream_readline(async_process_stdout(p), line, sizeof line));
    await async_stream_close(async_process_stdout(p));
    await async_stream_close(async_process_stderr(p));
    printf("its status: %d\n", await async_process_wait(p));
    await async_process_close(p);
}

async int main(void)
{
    await of_server();
    await of_process();
    return 0;
}
// CHECK-DAG: closed by the handler: 0
// CHECK-DAG: got 4
// CHECK: and the end: 0
// CHECK-NEXT: afterwards: 1
// CHECK-NEXT: closed: 0
// CHECK-NEXT: cat says 6
// CHECK-NEXT: its status: 0
