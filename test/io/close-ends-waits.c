// async_close ends every operation that waits for the descriptor with -ECANCELED, also one that has been woken and had no turn
// yet: it must not touch the descriptor that has the number next.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s

#include <async.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int canceled;

async void reader(int fd)
{
    char text[10];
    canceled += await async_read(fd, text, sizeof text) == -ECANCELED;
}

async void writer(int fd)
{
    static char much[1 << 20];
    canceled += await async_write_all(fd, much, sizeof much) == -ECANCELED;
}

async void waiter(int fd)
{
    canceled += await async_wait_fd(fd, POLLIN) == -ECANCELED;
}

// The first to be woken closes the descriptor, and its number is that of another one with something to read.
async void closer(int fd)
{
    char text[10];
    int ends[2];
    await async_read(fd, text, 1);
    await async_close(fd);
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    printf("same number: %d\n", ends[0] == fd);
    await async_write(ends[1], "stay", 4);
    for (int i = 0; i < 5; i++)
        await async_yield();
    ssize_t n = await async_read(fd, text, sizeof text);
    printf("%.*s\n", (int)n, text);
}

async int main()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    async_group (g) {
        async_spawn(g, reader(ends[0]));
        async_spawn(g, writer(ends[0]));
        async_spawn(g, waiter(ends[0]));
        async_spawn(g, reader(ends[0]));
        await async_sleep(0.01);
        // CHECK: 0 before, closed: 0
        printf("%d before, ", canceled);
        printf("closed: %d\n", await async_close(ends[0]));
    }
    // CHECK-NEXT: 4 after
    printf("%d after\n", canceled);
    // CHECK-NEXT: again: 1
    printf("again: %d\n", await async_close(ends[0]) == -EBADF);
    await async_close(ends[1]);

    canceled = 0;
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    async_group (g) {
        async_spawn(g, closer(ends[0]));
        await async_sleep(0.001);
        async_spawn(g, reader(ends[0]));
        async_spawn(g, reader(ends[0]));
        await async_sleep(0.001);
        await async_write(ends[1], "x", 1);
        await async_sleep(0.001);
        await async_close(ends[1]);
    }
    // CHECK-NEXT: same number: 1
    // CHECK-NEXT: stay
    // CHECK-NEXT: 2 after
    printf("%d after\n", canceled);
    return 0;
}
