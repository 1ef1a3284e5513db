// A line that does not fit is not taken: with more room it is read whole.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>

async struct async_stream *wrap(int fd)
{
    return async_stream_from_fd(fd);
}

async int main(void)
{
    int ends[2];
    char line[16];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    async_with (auto a = wrap(ends[0]), auto b = wrap(ends[1])) {
        await async_stream_write(a, "12345678\nx:y", 12);
        await async_stream_shutdown(a);
        ssize_t n = await async_stream_readline(b, line, 9);
        printf("%d %d\n", n == -ENOBUFS, async_stream_error(b));
        n = await async_stream_readline(b, line, 10);
        printf("%zd %s", n, line);
        n = await async_stream_readuntil(b, ':', line, sizeof line);
        printf("%zd %s\n", n, line);
        n = await async_stream_readuntil(b, ':', line, sizeof line);
        printf("%zd %s\n", n, line);
        n = await async_stream_readuntil(b, ':', line, 0);
        printf("%d\n", n == -EINVAL);
    }
    return 0;
}
// CHECK: 1 0
// CHECK-NEXT: 9 12345678
// CHECK-NEXT: 2 x:
// CHECK-NEXT: 1 y
// CHECK-NEXT: 1
