// Whichever allocation fails, a server that has been started serves those who come later.
// RUN: %build %s -o %t
// RUN: sh -c 'for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do ASYNC_FAIL=alloc:$n %run %t || exit 1; done'
#include <async.h>
#include <stdio.h>
#include <sys/types.h>

async void answer(struct async_stream *s, void *argument)
{
    char byte;
    (void)argument;
    if (await async_stream_read(s, &byte, 1) == 1)
        await async_stream_write(s, "x", 1);
}

async int ask(const char *port)
{
    char byte;
    ssize_t n = 0;
    auto s = await async_open_connection("127.0.0.1", port);
    defer await async_stream_close(s);
    await async_sleep(0.001);            // it waits for the next one by now
    await async_stream_write(s, "a", 1);
    async_timeout (5)
        n = await async_stream_read(s, &byte, 1);
    else
        n = -1;
    return (int)n;
}

async int try(void)
{
    char port[16];
    auto server = await async_start_server(answer, nullptr, "127.0.0.1", "0");
    defer await async_server_close(server);
    if (async_server_error(server))
        return 3;
    int answers = 0;
    snprintf(port, sizeof port, "%d", async_server_port(server));
    for (int i = 0; i < 3; i++) {
        int n = 0;
        if (await async_join(ask(port), &n) == 0 && n == 1)
            answers++;
    }
    return answers;
}

// One of the three may get nothing, for want of memory.
int main(void)
{
    int answers = 3;
    int error = async_try_run(try(), &answers);
    if (answers < 2)
        printf("only %d answers\n", answers);
    return answers < 2 || (error && error != -12);
}
