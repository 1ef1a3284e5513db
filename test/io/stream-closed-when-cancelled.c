// A task that is cancelled closes its stream without waiting for the other side, and what it has written still gets there.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>

enum { SIZE = 1 << 20 };
static char much[SIZE], got[SIZE];

async struct async_stream *wrap(int fd)
{
    return async_stream_from_fd(fd);
}

async void send_much(int fd)
{
    async_with (auto s = wrap(fd)) {
        await async_stream_write(s, much, sizeof much);
        await async_sleep(100.0);
    }
}

async int main(void)
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    for (int i = 0; i < SIZE; i++)
        much[i] = (char)(i * 7);
    auto sending = async_create_task(send_much(ends[0]));
    await async_sleep(0.01);
    async_cancel(sending);
    printf("%d\n", await async_wait(sending) == ASYNC_CANCELLED);
    auto s = async_stream_from_fd(ends[1]);
    ssize_t n = await async_stream_readexactly(s, got, sizeof got);
    bool is_same = n == SIZE;
    for (int i = 0; i < n; i++)
        is_same &= got[i] == (char)(i * 7);
    printf("%d\n", is_same);
    printf("%zd\n", await async_stream_read(s, got, 1));
    await async_stream_close(s);
    async_release(sending);
    return 0;
}
// CHECK: 1
// CHECK-NEXT: 1
// CHECK-NEXT: 0
