// A chat server: what one says, all others read.
//
//     asyncc run 15-chat-server.c -- 7777          then, in several terminals: nc localhost 7777
//
// Each client has a queue of lines. Whoever speaks puts a line into the queues of the others and does not wait for them: a client
// that does not read misses lines when its queue is full, and keeps nobody waiting. Two tasks serve a client, one for each direction;
// they are children of one group, so when one fails or the client goes the other is cancelled with it.
#include <async.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 200, MOST_WAITING = 100 };

struct line {
    char text[LONGEST + 64];
};

struct client {
    char name[32];
    async_queue(struct line) lines;
    struct client *next;
};

static struct client *clients;

static void say(const struct client *speaker, const char *text)
{
    struct line line;
    snprintf(line.text, sizeof line.text, "%s: %s\n", speaker->name, text);
    for (struct client *c = clients; c; c = c->next)
        if (c != speaker)
            async_queue_try_put(c->lines, line);
}

static void leave(struct client *client)
{
    struct client **at = &clients;
    while (*at != client)
        at = &(*at)->next;
    *at = client->next;
    say(client, "has left");
}

// Reads a line without its end. False: the client has gone.
async bool read_line(struct async_stream *stream, char *text, size_t size)
{
    if (await async_stream_readline(stream, text, size) <= 0)
        return false;
    text[strcspn(text, "\r\n")] = 0;
    return true;
}

async void send_lines(struct async_stream *stream, struct client *client)
{
    struct line line;
    while (await async_queue_get(client->lines, &line) == 0)
        await async_stream_write(stream, line.text, strlen(line.text));
}

async void serve(struct async_stream *stream, void *argument)
{
    struct client client = { .next = clients };
    char text[LONGEST];
    (void)argument;
    await async_stream_write(stream, "Your name?\n", 11);
    if (!await read_line(stream, client.name, sizeof client.name))
        return;
    client.lines = async_queue_new(struct line, MOST_WAITING);
    defer async_queue_free(client.lines);
    client.next = clients;
    clients = &client;
    defer leave(&client);
    say(&client, "is here");
    async_group (g) {
        async_spawn(g, send_lines(stream, &client));
        while (await read_line(stream, text, sizeof text))
            say(&client, text);
        async_group_cancel(g);
    } else
        fprintf(stderr, "%s: error %d\n", client.name, async_group_error(g));
}

async int main(int argc, char **argv)
{
    async_with (auto server = async_start_server(serve, nullptr, nullptr, argc > 1 ? argv[1] : "7777")) {
        if (async_server_error(server)) {
            fprintf(stderr, "cannot listen: %s\n", async_error(async_server_error(server)));
            return 1;
        }
        printf("listening at port %d\n", async_server_port(server));
        fflush(stdout);
        await async_sleep(1e9);
    }
    return 0;
}
