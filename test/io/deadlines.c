// A deadline is an async_timeout around the operation. What comes later stays for the next one.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run-whole %t | FileCheck %s

#include <async.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>

async void try_once(int fd)
{
    char text[10];
    async_timeout (3600)
        printf("read %zd\n", await async_read(fd, text, sizeof text));
    else
        printf("too late\n");
}

async int main()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    double start = async_loop_time();
    // CHECK: too late
    // CHECK-NEXT: after 3600 seconds
    await try_once(ends[0]);
    printf("after %.0f seconds\n", async_loop_time() - start);
    await async_write(ends[1], "12345", 5);
    // CHECK-NEXT: read 5
    await try_once(ends[0]);
    // CHECK-NEXT: too late
    // CHECK-NEXT: -110
    await try_once(ends[0]);
    int ready;
    printf("%d\n", await async_wait_for(async_wait_fd(ends[0], POLLIN), 1, &ready));
    // CHECK-NEXT: read 0
    await async_close(ends[1]);
    await try_once(ends[0]);
    return 0;
}
