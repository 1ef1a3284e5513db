// Many tasks read from one socket: who waits longest is served first.
// UNSUPPORTED: faults
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s
// UNSUPPORTED: hard

#include <async.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

enum { READERS = 10, ROUNDS = 20 };

static char order[READERS * ROUNDS + 1];
static int count;

async void reader(int fd, int number)
{
    char c;
    while (await async_read(fd, &c, 1) == 1)
        order[count++] = (char)('0' + number);
}

// At most one byte is there at any time.
async void one_by_one(int fd)
{
    for (int i = 0; i < READERS * ROUNDS; i++) {
        await async_write(fd, "x", 1);
        while (count <= i)
            await async_yield();
    }
}

async int main()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    async_group (g) {
        for (int i = 0; i < READERS; i++)
            async_spawn(g, reader(ends[0], i));
        await async_sleep(0.001);
        await one_by_one(ends[1]);
        await async_close(ends[1]);
    }
    int in_turn = 0;
    for (int i = 0; i + READERS <= count; i += READERS)
        in_turn += memcmp(order + i, "0123456789", READERS) == 0;
    // CHECK: 200 bytes, 20 rounds in turn
    printf("%d bytes, %d rounds in turn\n", count, in_turn);
    return 0;
}
