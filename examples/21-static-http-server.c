// A web server for the files below a folder.
//
//     asyncc gcc 21-static-http-server.c -lhttp_parser -o 21-static-http-server && ./21-static-http-server /usr/share/doc 8080
//
// http_parser takes what comes in whatever pieces and calls us with what it finds; llhttp, which has succeeded it, has nearly the same
// functions. The rest is one function for each connection that reads requests and answers them, one after the other, as if there
// were no other. Nobody waits for a slow client but its own task, and one that says nothing for half a minute is let go.
#include <async.h>
#include <ctype.h>
#include <fcntl.h>
#include <http_parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST = 2000 };

struct request {
    struct http_parser parser;
    char target[LONGEST];            // as it was sent
    size_t length;
    bool is_whole;
    bool keeps_alive;
    char bytes[4096];                // what has been read and not yet parsed
    size_t begin, end;
};

static const char *folder = ".";

// ---- reading a request

static int on_begin(http_parser *parser)
{
    struct request *r = parser->data;
    r->length = 0;
    return 0;
}

static int on_target(http_parser *parser, const char *text, size_t length)
{
    struct request *r = parser->data;
    if (length >= sizeof r->target - r->length)
        return 1;
    memcpy(r->target + r->length, text, length);
    r->length += length;
    r->target[r->length] = 0;
    return 0;
}

// What follows may be the next request: it stays where it is.
static int on_end(http_parser *parser)
{
    struct request *r = parser->data;
    r->is_whole = true;
    r->keeps_alive = http_should_keep_alive(parser);
    http_parser_pause(parser, 1);
    return 0;
}

static const http_parser_settings settings = { .on_message_begin = on_begin, .on_url = on_target, .on_message_complete = on_end };

// 1: there is one; 0: there is none any more; -1: what came is none.
async int next_request(struct async_stream *client, struct request *r)
{
    r->is_whole = false;
    http_parser_pause(&r->parser, 0);
    for (;;) {
        r->begin += http_parser_execute(&r->parser, &settings, r->bytes + r->begin, r->end - r->begin);
        if (r->is_whole)
            return 1;
        if (HTTP_PARSER_ERRNO(&r->parser) != HPE_OK)
            return -1;
        ssize_t n = await async_stream_read(client, r->bytes, sizeof r->bytes);
        if (n <= 0)
            return 0;
        r->begin = 0;
        r->end = (size_t)n;
    }
}

// ---- the file that it means

// %41 becomes A, and what is behind a ? goes. False: no name of a file that we would show.
static bool decode(const char *target, char *name)
{
    const char *in = target + 1;
    char *out = name;
    while (*in && *in != '?') {
        char byte = *in++;
        if (byte == '%' && isxdigit((unsigned char)in[0]) && isxdigit((unsigned char)in[1])) {
            byte = (char)strtol((char[]){ in[0], in[1], 0 }, nullptr, 16);
            in += 2;
        }
        if (byte == 0)
            return false;
        *out++ = byte;
    }
    strcpy(out, out == name || out[-1] == '/' ? "index.html" : "");
    return target[0] == '/' && name[0] != '.' && name[0] != '/' && !strstr(name, "/.");
}

// The disk is waited for by a thread of the runtime, here and where the file is read.
async int open_file(const struct request *r, size_t *size)
{
    char name[LONGEST + sizeof "index.html"], path[2 * LONGEST];
    struct stat info;
    if (!decode(r->target, name) || snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return -1;
    int fd = await async_open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
    if (fd < 0 || (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))) {
        *size = fd < 0 ? 0 : (size_t)info.st_size;
        return fd;
    }
    close(fd);
    return -1;
}

static const char *type_of(const char *target)
{
    static const char *const types[][2] = {
        { ".html", "text/html; charset=utf-8" }, { ".txt", "text/plain; charset=utf-8" }, { ".css", "text/css" },
        { ".js", "text/javascript" }, { ".png", "image/png" }, { ".jpg", "image/jpeg" }, { ".svg", "image/svg+xml" },
    };
    size_t length = strcspn(target, "?");
    if (target[length - 1] == '/')
        return types[0][1];
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t n = strlen(types[i][0]);
        if (length > n && memcmp(target + length - n, types[i][0], n) == 0)
            return types[i][1];
    }
    return "application/octet-stream";
}

// ---- answering

async bool send_head(struct async_stream *client, const struct request *r, const char *status, const char *type, size_t size)
{
    char head[300];
    int n = snprintf(head, sizeof head, "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\nConnection: %s\r\n\r\n", status, type,
                     size, r->keeps_alive ? "keep-alive" : "close");
    return await async_stream_write(client, head, (size_t)n) == n;
}

async bool refuse(struct async_stream *client, const struct request *r, const char *status)
{
    char text[100];
    int n = snprintf(text, sizeof text, "%s\n", status);
    return await send_head(client, r, status, "text/plain", (size_t)n) &&
           (r->parser.method == HTTP_HEAD || await async_stream_write(client, text, (size_t)n) == n);
}

// A file that becomes shorter meanwhile ends the connection: its length has been told.
async bool send_file(struct async_stream *client, int fd, size_t size)
{
    char bytes[16384];
    while (size > 0) {
        ssize_t n = await async_read(fd, bytes, size < sizeof bytes ? size : sizeof bytes);
        if (n <= 0 || await async_stream_write(client, bytes, (size_t)n) < 0)
            return false;
        size -= (size_t)n;
    }
    return true;
}

// False: the connection is of no use any more.
async bool answer(struct async_stream *client, const struct request *r)
{
    if (r->parser.method != HTTP_GET && r->parser.method != HTTP_HEAD)
        return await refuse(client, r, "405 Method Not Allowed");
    size_t size;
    int fd = await open_file(r, &size);
    if (fd < 0)
        return await refuse(client, r, "404 Not Found");
    defer await async_close(fd);
    return await send_head(client, r, "200 OK", type_of(r->target), size) &&
           (r->parser.method == HTTP_HEAD || await send_file(client, fd, size));
}

async void serve(struct async_stream *client, void *argument)
{
    struct request r = { .keeps_alive = true };
    (void)argument;
    http_parser_init(&r.parser, HTTP_REQUEST);
    r.parser.data = &r;
    while (r.keeps_alive) {
        int got = 0;
        async_timeout (30)
            got = await next_request(client, &r);
        if (got < 0) {
            r.keeps_alive = false;
            await refuse(client, &r, "400 Bad Request");
        }
        if (got <= 0 || !await answer(client, &r))
            return;
    }
}

async int main(int argc, char **argv)
{
    folder = argc > 1 ? argv[1] : folder;
    async_with (auto server = async_start_server(serve, nullptr, nullptr, argc > 2 ? argv[2] : "8080")) {
        if (async_server_error(server)) {
            fprintf(stderr, "cannot listen: %s\n", async_error(async_server_error(server)));
            return 1;
        }
        printf("http://localhost:%d/\n", async_server_port(server));
        fflush(stdout);
        await async_sleep(1e9);
    }
    return 0;
}
