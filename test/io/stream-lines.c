// Lines come with their ends, the last one perhaps without, and then 0.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <sys/types.h>

async void answer(struct async_stream *s, void *argument)
{
    (void)argument;
    await async_stream_write(s, "one\n\ntwo\nlast", 13);
}

async int main(void)
{
    async_with (auto server = async_start_server(answer, nullptr, "127.0.0.1", "0")) {
        char port[16], line[16];
        snprintf(port, sizeof port, "%d", async_server_port(server));
        async_with (auto s = async_open_connection("127.0.0.1", port)) {
            for (;;) {
                ssize_t n = await async_stream_readline(s, line, sizeof line);
                printf("%zd '%s'\n", n, n > 0 ? line : "");
                if (n <= 0)
                    break;
            }
        }
    }
    return 0;
}
// CHECK: 4 'one
// CHECK-NEXT: {{^}}'
// CHECK-NEXT: 1 '
// CHECK-NEXT: {{^}}'
// CHECK-NEXT: 4 'two
// CHECK-NEXT: {{^}}'
// CHECK-NEXT: 4 'last'
// CHECK-NEXT: 0 ''
