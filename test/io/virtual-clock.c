// On a virtual clock, what can be read comes before time jumps.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s

#include <async.h>
#include <stdio.h>
#include <sys/socket.h>

async void answer(int fd)
{
    char text[100];
    ssize_t n;
    while ((n = await async_read(fd, text, sizeof text)) > 0)
        await async_write_all(fd, text, n);
}

async int main()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    auto task = async_create_task(answer(ends[1]));
    double start = async_loop_time();
    int late = 0;
    for (int i = 0; i < 100; i++) {
        char text[100];
        async_timeout (0.000001) {
            await async_write_all(ends[0], "hello", 5);
            await async_read(ends[0], text, sizeof text);
        } else
            late++;
    }
    // CHECK: late: 0, after 0 seconds
    printf("late: %d, after %.0f seconds\n", late, async_loop_time() - start);
    await async_sleep(86400);
    // CHECK-NEXT: after 86400 seconds
    printf("after %.0f seconds\n", async_loop_time() - start);
    await async_close(ends[0]);
    await task;
    return 0;
}
