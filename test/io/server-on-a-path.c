// A host that begins with / is a Unix socket, which goes with its server.
// RUN: rm -rf %t.dir && mkdir %t.dir && %build %s -o %t && %run %t %t.dir/socket | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

async void greet(struct async_stream *s, void *name)
{
    char text[32];
    int n = snprintf(text, sizeof text, "I am %s\n", (const char *)name);
    await async_stream_write(s, text, (size_t)n);
}

async void ask(const char *path)
{
    char line[32];
    async_with (auto s = async_open_connection(path, nullptr)) {
        if (await async_stream_readline(s, line, sizeof line) > 0)
            fputs(line, stdout);
        else
            printf("nobody: %d\n", async_stream_error(s) < 0);
    }
}

async int main(int argc, char **argv)
{
    (void)argc;
    async_with (auto first = async_start_server(greet, "first", argv[1], nullptr)) {
        printf("%d\n", async_server_port(first));
        await ask(argv[1]);
        async_with (auto second = async_start_server(greet, "second", argv[1], nullptr))
            printf("taken: %d\n", async_server_error(second) == -EADDRINUSE);
        await ask(argv[1]);
    }
    printf("gone: %d\n", access(argv[1], F_OK) < 0);
    await ask(argv[1]);
    return 0;
}
// CHECK: 0
// CHECK-NEXT: I am first
// CHECK-NEXT: taken: 1
// CHECK-NEXT: I am first
// CHECK-NEXT: gone: 1
// CHECK-NEXT: nobody: 1
