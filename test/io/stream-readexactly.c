// All the bytes that were asked for, fewer only at the end; who is cancelled in between has taken none.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>

async int main(void)
{
    int ends[2];
    char text[9] = "";
    ssize_t n = 0;
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    struct async_stream *a = async_stream_from_fd(ends[0]), *b = async_stream_from_fd(ends[1]);
    await async_stream_write(a, "abc", 3);
    async_timeout (1.0)
        n = await async_stream_readexactly(b, text, 8);
    else
        puts("too late");
    await async_stream_write(a, "defghij", 7);
    n = await async_stream_readexactly(b, text, 8);
    printf("%zd %s\n", n, text);
    await async_stream_close(a);
    n = await async_stream_readexactly(b, text, 8);
    printf("%zd %.2s\n", n, text);
    n = await async_stream_readexactly(b, text, 8);
    printf("%zd\n", n);
    await async_stream_close(b);
    return 0;
}
// CHECK: too late
// CHECK-NEXT: 8 abcdefgh
// CHECK-NEXT: 2 ij
// CHECK-NEXT: 0
