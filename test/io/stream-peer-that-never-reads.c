// A writer waits only when much has been written that nobody reads; one that gives up has written nothing.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>

enum { SIZE = 100000 };
static char bytes[SIZE], got[SIZE];

// Every piece begins with its number.
async int fill(struct async_stream *s)
{
    for (int i = 0;; i++) {
        ssize_t n = -1;
        memset(bytes, 'a' + i, sizeof bytes);
        async_timeout (1.0)
            n = await async_stream_write(s, bytes, sizeof bytes);
        else
            return i;
        if (n != SIZE)
            abort();
    }
}

async int main(void)
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    struct async_stream *a = async_stream_from_fd(ends[0]), *b = async_stream_from_fd(ends[1]);
    int pieces = await fill(a);
    printf("waits after some: %d\n", pieces >= 1 && pieces < 20);
    bool is_late = false;
    async_timeout (1.0)
        await async_stream_drain(a);
    else
        is_late = true;
    printf("drains: %d\n", !is_late);
    auto drained = async_create_task(async_stream_drain(a));
    bool is_whole = true;
    for (int i = 0; i < pieces; i++) {
        is_whole &= await async_stream_readexactly(b, got, SIZE) == SIZE;
        for (int k = 0; k < SIZE; k++)
            is_whole &= got[k] == 'a' + i;
    }
    printf("whole: %d\n", is_whole);
    printf("drained: %d\n", await drained);
    await async_stream_close(a);
    ssize_t n = await async_stream_read(b, got, 1);
    printf("then %zd\n", n);
    await async_stream_close(b);
    return 0;
}
// CHECK: waits after some: 1
// CHECK-NEXT: drains: 0
// CHECK-NEXT: whole: 1
// CHECK-NEXT: drained: 0
// CHECK-NEXT: then 0
