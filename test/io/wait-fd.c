// async_wait_fd gives the events that are there, at once if there are some; of a descriptor that is none, -EBADF.
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s

#include <async.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

async void waiter(int fd, int events)
{
    int ready = await async_wait_fd(fd, events);
    printf("ready:%s%s%s\n", ready & POLLIN ? " in" : "", ready & POLLOUT ? " out" : "", ready & POLLHUP ? " hup" : "");
}

async int main()
{
    int ends[2], ours[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    // CHECK: ready: out
    await waiter(ends[0], POLLOUT | POLLIN);
    auto task = async_create_task(waiter(ends[0], POLLIN));
    await async_sleep(0.001);
    // CHECK-NEXT: writing
    // CHECK-NEXT: ready: in
    printf("writing\n");
    write(ends[1], "x", 1);
    await task;
    // CHECK-NEXT: ready: in out
    await waiter(ends[0], POLLIN | POLLOUT);

    // CHECK-NEXT: readable 0, writable 0
    printf("readable %d, ", await async_wait_readable(ends[0]));
    printf("writable %d\n", await async_wait_writable(ends[0]));

    // The end of a pipe is no byte, but a read would not wait.
    // CHECK-NEXT: ready: hup
    pipe(ours);
    task = async_create_task(waiter(ours[0], POLLIN));
    await async_sleep(0.001);
    await async_close(ours[1]);
    await task;

    // CHECK-NEXT: no events: 1
    printf("no events: %d\n", await async_wait_fd(ends[0], 0) == -EINVAL);
    // CHECK-NEXT: bad descriptors: 1 1 1
    printf("bad descriptors: %d %d %d\n", await async_wait_fd(-1, POLLIN) == -EBADF,
           await async_wait_fd(1000000, POLLIN) == -EBADF, await async_wait_readable(ours[1]) == -EBADF);
    return 0;
}
