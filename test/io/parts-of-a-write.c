// A write that is asked to stop when a part has been written gives the number of bytes, and the task unwinds at its next wait. The
// same for a recv of all.
// UNSUPPORTED: faults
// RUN: %build %s -o %t && env ASYNC_CLOCK=virtual %run %t | FileCheck %s

#include <async.h>
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>

static ssize_t written, received;

async void write_much(int fd)
{
    static char much[1 << 20];
    written = await async_write_all(fd, much, sizeof much);
    await async_sleep(1);
    printf("not reached\n");
}

async void receive_much(int fd)
{
    static char much[1 << 20];
    received = await async_recv(fd, much, 10, MSG_WAITALL);
    await async_sleep(1);
    printf("not reached\n");
}

async long count_bytes(int fd)
{
    static char some[5000];
    long all = 0;
    ssize_t n;
    while ((n = await async_recv(fd, some, sizeof some, MSG_DONTWAIT)) > 0)
        all += n;
    return all;
}

async int main()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    auto task = async_create_task(write_much(ends[0]));
    await async_sleep(1);
    async_cancel(task);
    // CHECK: cancelled: 1, a part: 1, all there: 1
    int how = await async_join(task, NULL);
    printf("cancelled: %d, a part: %d, ", how == -ECANCELED, written > 0 && written < 1 << 20);
    printf("all there: %d\n", await count_bytes(ends[1]) == written);

    // CHECK-NEXT: cancelled: 1, received 7
    task = async_create_task(receive_much(ends[0]));
    await async_write(ends[1], "123", 3);
    await async_sleep(1);
    await async_write(ends[1], "4567", 4);
    await async_sleep(1);
    async_cancel(task);
    how = await async_join(task, NULL);
    printf("cancelled: %d, received %zd\n", how == -ECANCELED, received);

    // CHECK-NEXT: received 10
    // CHECK-NEXT: received 2
    // CHECK-NEXT: received 0
    char text[10];
    await async_write(ends[1], "123456789012", 12);
    printf("received %zd\n", await async_recv(ends[0], text, 10, MSG_WAITALL));
    await async_close(ends[1]);
    printf("received %zd\n", await async_recv(ends[0], text, 10, MSG_WAITALL));
    printf("received %zd\n", await async_recv(ends[0], text, 10, MSG_WAITALL));
    return 0;
}
