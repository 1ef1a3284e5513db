// When a write fails, whoever reads from the same stream is told so, though the descriptor has nothing to tell.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>

async ssize_t reads(struct async_stream *s)
{
    char c;
    return await async_stream_read(s, &c, 1);
}

async struct async_stream *wrap(int fd)
{
    return async_stream_from_fd(fd);
}

async int main(void)
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    async_with (auto s = wrap(ends[0])) {
        auto reader = async_create_task(reads(s));
        await async_sleep(0.01);
        shutdown(ends[0], SHUT_WR);
        await async_stream_write(s, "x", 1);
        printf("drain %d\n", await async_stream_drain(s) == -EPIPE);
        async_timeout (1)
            printf("read %d\n", await reader == -EPIPE);
        else
            printf("the reader waits\n");
    }
    // CHECK: drain 1
    // CHECK-NEXT: read 1
    await async_close(ends[1]);
    return 0;
}
