// Whoever waits in a stream that is closed is told so.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>

async ssize_t reads(struct async_stream *s)
{
    char line[16];
    return await async_stream_readline(s, line, sizeof line);
}

async int main(void)
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    struct async_stream *a = async_stream_from_fd(ends[0]), *b = async_stream_from_fd(ends[1]);
    auto first = async_create_task(reads(a));
    auto second = async_create_task(reads(a));
    await async_sleep(0.01);
    printf("%d\n", await async_stream_close(a));
    printf("%d %d\n", await first == -ECANCELED, await second == -ECANCELED);
    printf("%zd\n", await reads(b));
    await async_stream_close(b);
    return 0;
}
// CHECK: 0
// CHECK-NEXT: 1 1
// CHECK-NEXT: 0
