// A read that is cancelled has either read nothing and unwinds, or it gives what it has read.
// RUN: %build %s -o %t && %run %t | FileCheck %s

#include <async.h>
#include <stdio.h>
#include <sys/socket.h>

static long got;
static int unwound;

async void read_some(int fd)
{
    char text[4];
    bool is_over = false;
    defer unwound += !is_over;
    ssize_t n = await async_read(fd, text, sizeof text);
    is_over = true;
    if (n > 0)
        got += n;
}

async int main()
{
    int ends[2];
    long sent = 0;
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    // Reader and bytes come in any order, and the request at any of the turns after that.
    for (int turns = 0; turns < 40; turns++) {
        auto task = async_create_task(read_some(ends[0]));
        for (int i = 0; i < turns % 5; i++)
            await async_yield();
        if (turns % 3 != 2)
            sent += await async_write(ends[1], "1234567", 1 + turns % 7);
        for (int i = 0; i < turns / 3; i++)
            await async_yield();
        async_cancel(task);
        await async_join(task, NULL);
    }
    await async_close(ends[1]);
    char rest[100];
    ssize_t n;
    while ((n = await async_read(ends[0], rest, sizeof rest)) > 0)
        got += n;
    // CHECK: some have unwound: 1, bytes lost: 0
    printf("some have unwound: %d, bytes lost: %ld\n", unwound > 0, sent - got);
    return 0;
}
